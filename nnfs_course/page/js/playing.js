/**
 * A button that plays: one step after another, until the last or a click.
 */
import { button, write } from "./elements.js";

/**
 * Who asked for less motion is taken to the end at once.
 * @param {number} pause  milliseconds between two steps
 * @param {{begin: () => void, next: () => boolean, end: () => void}} moves
 *   next says whether there was one
 */
export function player(pause, { begin, next, end }) {
  let timer = 0;
  const element = button("▸ Play", () => {
    if (timer) return stop();
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return end();
    begin();
    write(element, {}, "❚❚ Pause");
    timer = setInterval(() => next() || stop(), pause);
  });
  function stop() {
    clearInterval(timer);
    timer = 0;
    write(element, {}, "▸ Play");
  }
  return { element, stop };
}
