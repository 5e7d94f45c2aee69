/**
 * Rounding noise: what is left of a sum whose terms cancel, like the 3e-17 of
 * 0.1 + 0.2 - 0.3. It is drawn as 0. What counts is its size relative to the
 * terms that were added, for 3e-17 alone can be a number in earnest. Pure.
 */
import { localDerivatives, sweepWithSizes } from "./engine.js";

const NOISE = 1e-14; // some fifty times the spacing of doubles around 1

/** @param {number} value @param {number} size of what was added */
const settle = (value, size) => (Math.abs(value) < NOISE * size ? 0 : value);

/** A sum in which noise is 0. @param {number[]} terms */
export const sum = (terms) =>
  settle(
    terms.reduce((a, b) => a + b, 0),
    terms.reduce((a, b) => a + Math.abs(b), 0),
  );

/**
 * The gradients, noise as 0.
 * @param {import("./engine.js").Operation[]} trace
 * @param {number[]} x @param {number} root
 */
export function settledGradients(trace, x, root) {
  const { gradient, sizes } = sweepWithSizes(trace, x, root);
  return gradient.map((value, i) => settle(value, sizes[i]));
}

/**
 * The values, noise as 0: for drawing. One computes with those that evaluate
 * gives, so that a gate opens in the page where it opens in Python.
 * @param {import("./engine.js").Operation[]} trace @param {number[]} x
 */
export function settledValues(trace, x) {
  const sizes = [];
  return x.map((value, i) => {
    let added = 0;
    localDerivatives(trace, x, i).forEach((slope, k) => {
      added += Math.abs(slope) * sizes[trace[i].inputs[k]];
    });
    sizes.push(Math.max(Math.abs(value), added));
    return settle(value, sizes[i]);
  });
}
