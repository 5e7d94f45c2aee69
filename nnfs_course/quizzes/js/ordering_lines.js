/** The lines of an ordering: one to take, and one that has its place. */
import { button, make, write } from "../../page/js/elements.js";

/** @param {string[]} text @param {number} number @param {() => void} take */
export function lineToTake(text, number, take) {
  const shown = text.map((piece, i) => (i % 2 ? "▁▁▁" : piece)).join("");
  const element = button(make("code", {}, shown), take);
  write(element, { "data-line": number });
  return make("li", {}, element);
}

/**
 * @param {string[]} text @param {number} number
 * @param {Record<string, Element>} selects  one for each gap
 */
export function lineInPlace(text, number, selects) {
  const pieces = text.map((piece, i) => (i % 2 ? selects[piece] : piece));
  return make("li", { "data-line": number }, make("code", {}, ...pieces));
}

/**
 * Buttons that move a line: up, down, and out of the program (to null).
 * @param {number} place @param {number} last
 * @param {(to: number | null, way: string) => void} move
 */
export function movers(place, last, move) {
  const ways = [
    ["up", "↑", place - 1],
    ["down", "↓", place + 1],
    ["out", "✕", null],
  ];
  return ways.map(([way, sign, to]) => {
    const element = button(sign, () => move(to, way));
    write(element, { "data-move": way, "aria-label": `Line ${place + 1} ${way}` });
    element.disabled = to !== null && (to < 0 || to > last);
    return element;
  });
}

/** @param {import("./answers.js").Choice[]} choices */
export function gapSelect(choices) {
  const options = choices.map(({ text }, place) => make("option", { value: place }, text));
  return make("select", { "aria-label": "gap" }, make("option", { value: "" }, "…"), ...options);
}
