/** A formula that is too wide for the page can be scrolled by keyboard, too. */
export function reachWideFormulas() {
  const reach = (formula) => {
    if (formula.scrollWidth > formula.clientWidth) formula.tabIndex = 0;
    else formula.removeAttribute("tabindex"); // no stop on the way where nothing scrolls
  };
  const formulas = [...document.querySelectorAll(".formula")];
  const watch = new ResizeObserver((changes) => changes.forEach((change) => reach(change.target)));
  formulas.forEach((formula) => watch.observe(formula));
  document.fonts.ready.then(() => formulas.forEach(reach));
}
