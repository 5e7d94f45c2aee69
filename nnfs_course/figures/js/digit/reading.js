/**
 * What the network says to a drawing, and how its loss answers to each pixel.
 *
 * @typedef {{drawing: number[], digit: number, marks: boolean,
 *   erase: boolean, chosen: number}} State
 * @typedef {{state: State, p: Float64Array, loss: number, said: number,
 *   gradient: Float64Array, strongest: number}} Reading
 *   strongest: the pixel with the largest gradient
 */
import { evaluateArrays, ready, sweepArrays } from "./arrays.js";
import { BLACK } from "./ink.js";

/** Numbers that came as one byte each. @param {{bytes: string, scale: number}} array */
const unpacked = ({ bytes, scale }) => {
  const signed = Int8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
  return Float64Array.from(signed, (whole) => whole * scale);
};

/** Where the largest number stands. @param {Float64Array} numbers */
const placeOfLargest = (numbers) => numbers.indexOf(Math.max(...numbers));

/** @param {any} spec @returns {(state: State) => Reading} */
export function reader({ trace, sizes, arrays, classes }) {
  const operations = ready(trace, sizes);
  const given = {};
  for (const name in arrays) given[name] = unpacked(arrays[name]);
  return (state) => {
    const x = state.drawing.map((ink) => ink / BLACK);
    const t = Array.from({ length: classes }, (_, c) => -Number(c === state.digit));
    const values = evaluateArrays(operations, { ...given, x, t });
    const gradient = sweepArrays(operations, values, "L", "x");
    const { p, L } = values;
    const strongest = placeOfLargest(gradient.map(Math.abs));
    return { state, p, loss: L[0], said: placeOfLargest(p), gradient, strongest };
  };
}
