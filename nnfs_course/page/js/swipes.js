/**
 * A finger that scrolls the page may begin on a slider, which jumps there at
 * once. When the browser takes the finger for scrolling, the slider goes back.
 */

/** @param {Element} element  with sliders in it */
export function forgiveSwipes(element) {
  let before;
  element.addEventListener("pointerdown", ({ target }) => {
    before = target.value;
  });
  element.addEventListener("pointercancel", ({ target }) => {
    if (target.type !== "range" || target.value === before) return;
    target.value = before;
    target.dispatchEvent(new Event("input"));
  });
}
