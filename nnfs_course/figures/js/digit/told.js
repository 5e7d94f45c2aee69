/** What is said of a drawing. Pure. */
import { SIDE } from "./ink.js";

/** Rows and columns as in Python, from 0. @param {number} k */
export const placeOf = (k) => `row ${Math.floor(k / SIDE)}, column ${k % SIDE}`;

/** @param {import("./reading.js").Reading} now */
export function answer({ state, p, said }) {
  const empty = state.drawing.every((ink) => ink === 0);
  const sure = Math.round(100 * p[said]);
  return `${empty ? "Nothing is drawn. " : ""}The network says ${said}, ${sure} percent.`;
}

/** What more ink would do. @param {import("./reading.js").Reading} now
 * @param {string} name @param {number} k @returns {import("../words.js").Sentence} */
export function pixelSentence({ gradient }, name, k) {
  const slope = gradient[k];
  const does = slope > 0 ? "raises" : slope < 0 ? "lowers" : "does not move";
  return [`${name}, ${placeOf(k)}: more ink ${does} the loss, dL/dx[${k}] = `, [slope], "."];
}
