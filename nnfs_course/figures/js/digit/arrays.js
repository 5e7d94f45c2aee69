/**
 * The engine for whole arrays. It knows no more than the other one, the
 * primitives; but each of them is done for all places that some letters name:
 *
 *   {op: "mul", inputs: ["x", "W"], from: ["i", "ih"], to: "h"}
 *
 * says: for all i and h, out[h] += x[i] * W[i,h]. So a matrix product is many
 * multiplications, and its gradients come from theirs. Pure.
 *
 * @typedef {{op: string, label: string, inputs: string[], from: string[],
 *   to: string, exponent?: number}} ArrayOperation
 * @typedef {ArrayOperation & {at: number[][], into: number[], size: number}} Ready
 *   at: for each step, where it reads from each input; into: where it adds to
 */
import { PRIMITIVES } from "../primitives.js";

/** How many entries an array with these letters has. */
const count = (letters, sizes) =>
  [...letters].reduce((product, letter) => product * sizes[letter], 1);

/** For each combination of all letters: where it stands in an array that has
 * some of them, its last letter running fastest. */
function places(letters, all, sizes) {
  const stride = (letter) => {
    const k = letters.indexOf(letter);
    return k < 0 ? 0 : count(letters.slice(k + 1), sizes);
  };
  const along = (letter) => Array.from({ length: sizes[letter] }, (_, j) => j * stride(letter));
  return all.reduce(
    (found, letter) => {
      const steps = along(letter);
      return found.flatMap((place) => steps.map((step) => place + step));
    },
    [0],
  );
}

/**
 * The places, looked up once.
 * @param {ArrayOperation[]} trace @param {Record<string, number>} sizes
 * @returns {Ready[]}
 */
export const ready = (trace, sizes) =>
  trace.map((operation) => {
    const { from, to } = operation;
    const all = [...new Set(from.join(""))];
    return {
      ...operation,
      at: from.map((letters) => places(letters, all, sizes)),
      into: places(to, all, sizes),
      size: count(to, sizes),
    };
  });

/**
 * All arrays by name: those that are given, and a result for each operation.
 * @param {Ready[]} operations @param {Record<string, ArrayLike<number>>} given
 */
export function evaluateArrays(operations, given) {
  const x = { ...given };
  for (const { op, label, inputs, at, into, size, exponent } of operations) {
    const { value } = PRIMITIVES[op];
    const [a, b = a] = inputs.map((name) => x[name]);
    const [atA, atB = atA] = at;
    const out = (x[label] = new Float64Array(size));
    for (let k = 0; k < into.length; k++) {
      out[into[k]] += value(a[atA[k]], b[atB[k]], exponent);
    }
  }
  return x;
}

/**
 * Backpropagation, from the number `root` to the array `wanted`. Only what is
 * made of that array has a gradient: there are many more weights than pixels.
 * @param {Ready[]} operations @param {Record<string, ArrayLike<number>>} x
 * @param {string} root @param {string} wanted
 */
export function sweepArrays(operations, x, root, wanted) {
  const gradient = {};
  const begin = (name) => (gradient[name] = new Float64Array(x[name].length));
  begin(wanted);
  const until = operations.slice(0, 1 + operations.findIndex(({ label }) => label === root));
  for (const { label, inputs } of until) {
    if (inputs.some((name) => gradient[name])) begin(label);
  }
  gradient[root][0] = 1;
  for (const { op, label, inputs, at, into, exponent } of until.reverse()) {
    const upstream = gradient[label];
    if (!upstream) continue;
    const [a, b = a] = inputs.map((name) => x[name]);
    const [atA, atB = atA] = at;
    PRIMITIVES[op].slopes.forEach((slope, i) => {
      const [to, where] = [gradient[inputs[i]], at[i]];
      if (!to) return;
      for (let k = 0; k < into.length; k++) {
        to[where[k]] += upstream[into[k]] * slope(a[atA[k]], b[atB[k]], exponent);
      }
    });
  }
  return gradient[wanted];
}
