/**
 * The primitives: what a number can be made by. All that the engines know of
 * mathematics stands here. Pure.
 */

/** a ** n as IEEE has it: 1 to any power is 1. */
const power = (a, n) => (a === 1 ? 1 : a ** n);

const hasPower = (a, n) => (a === 0 ? !(n < 0) : !(a < 0) || Number.isInteger(n));

/**
 * Each primitive: its value, and for each operand its derivative.
 * @typedef {(a: number, b: number, n: number) => number} OfOperands
 * @type {Record<string, {value: OfOperands, slopes: OfOperands[]}>}
 */
export const PRIMITIVES = {
  add: { value: (a, b) => a + b, slopes: [() => 1, () => 1] },
  mul: { value: (a, b) => a * b, slopes: [(a, b) => b, (a) => a] },
  pow: {
    value: (a, _, n) => (hasPower(a, n) ? power(a, n) : NaN),
    slopes: [(a, _, n) => (n === 0 ? 0 : n * power(a, n - 1))],
  },
  exp: { value: Math.exp, slopes: [Math.exp] },
  log: {
    value: (a) => (a <= 0 ? NaN : Math.log(a)),
    slopes: [(a) => 1 / a],
  },
  relu: {
    value: (a) => (a <= 0 ? 0 : a),
    slopes: [(a) => (a > 0 ? 1 : 0)],
  },
};
