/**
 * A finger that scrolls the page may begin on a slider, which jumps there at
 * once. When the browser takes the finger for scrolling, the slider goes back.
 */

/** @param {Element} element  with sliders in it */
export function forgiveSwipes(element) {
  let before = "";
  const isSlider = ({ target }) => target.type === "range";
  element.addEventListener("pointerdown", (event) => {
    if (isSlider(event)) before = event.target.value;
  });
  element.addEventListener("pointercancel", (event) => {
    if (!isSlider(event) || event.target.value === before) return;
    event.target.value = before;
    event.target.dispatchEvent(new Event("input", { bubbles: true }));
  });
}
