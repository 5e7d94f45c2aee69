/**
 * The engine: evaluates a trace, sweeps it backwards, explains a gradient. It
 * knows the primitives, and no formula of any chapter. Pure.
 *
 * It agrees with value.py in all that a number can be. Where Python refuses to
 * compute (the logarithm of 0, a root of a negative number), the result is NaN.
 *
 * @typedef {{op: string, inputs: number[], label: string, value: number,
 *            exponent?: number}} Operation
 */
import { PRIMITIVES } from "./primitives.js";

/** @param {Operation} operation @param {number[]} x */
const valueOf = ({ op, inputs, exponent }, x) =>
  PRIMITIVES[op].value(x[inputs[0]], x[inputs[1]], exponent);

/**
 * A value for each operation.
 * @param {Operation[]} trace
 * @param {Record<string, number>} given  leaves by label; others keep theirs
 */
export function evaluate(trace, given = {}) {
  const x = new Array(trace.length);
  for (let i = 0; i < trace.length; i++) {
    const { op, label, value } = trace[i];
    if (op === "leaf") x[i] = label in given ? given[label] : value;
    else x[i] = valueOf(trace[i], x);
  }
  return x;
}

/**
 * The values after one number, given or computed, has moved by so much.
 * @param {Operation[]} trace @param {number[]} x
 * @param {number} node @param {number} by
 */
export function nudged(trace, x, node, by) {
  const moved = [...x];
  moved[node] += by;
  for (let i = node + 1; i < trace.length; i++) {
    if (trace[i].op !== "leaf") moved[i] = valueOf(trace[i], moved);
  }
  return moved;
}

/**
 * The derivatives of operation i for each of its operands.
 * @param {Operation[]} trace @param {number[]} x @param {number} i
 */
export function localDerivatives(trace, x, i) {
  const { op, inputs, exponent } = trace[i];
  if (op === "leaf") return [];
  return PRIMITIVES[op].slopes.map((slope) => slope(x[inputs[0]], x[inputs[1]], exponent));
}

/**
 * Which numbers the root is made of, itself included.
 * @param {Operation[]} trace @param {number} root
 */
export function madeOf(trace, root) {
  const used = new Array(trace.length).fill(false);
  used[root] = true;
  for (let i = root; i >= 0; i--) {
    if (used[i]) for (const operand of trace[i].inputs) used[operand] = true;
  }
  return used;
}

/**
 * Backpropagation: d(root)/d(each), upstream times local, added up.
 *
 * Zero times an infinite slope is NaN, as in Python: the limit can be anything,
 * so there is no number to show. What the root is not made of has 0.
 * @param {Operation[]} trace @param {number[]} x @param {number} root
 */
export const sweep = (trace, x, root) => sweepWithSizes(trace, x, root).gradient;

/**
 * The same; and as sizes, what the gradients were if no two terms of a sum
 * ever cancelled.
 * @param {Operation[]} trace @param {number[]} x @param {number} root
 */
export function sweepWithSizes(trace, x, root) {
  const used = madeOf(trace, root);
  const gradient = new Array(trace.length).fill(0);
  const sizes = new Array(trace.length).fill(0);
  gradient[root] = sizes[root] = 1;
  for (let i = root; i >= 0; i--) {
    if (!used[i]) continue;
    const slopes = localDerivatives(trace, x, i);
    for (let k = 0; k < slopes.length; k++) {
      const operand = trace[i].inputs[k];
      gradient[operand] += gradient[i] * slopes[k];
      sizes[operand] += sizes[i] * Math.abs(slopes[k]);
    }
  }
  return { gradient, sizes };
}

/**
 * A gradient as a sum over its consumers: upstream times local derivative.
 * Only what the root is made of counts as one.
 * `source` is the named number whose gradient arrives (sums pass it through),
 * `factor` the name of the local derivative where it is another operand.
 * @typedef {{op: string, upstream: number, local: number, source: string,
 *            factor: string}} Term
 * @param {Operation[]} trace @param {number[]} x @param {number[]} gradient
 * @param {number} node @param {number} root
 * @returns {Term[]}
 */
export function explain(trace, x, gradient, node, root) {
  const used = madeOf(trace, root);
  const terms = [];
  for (let i = node + 1; i < trace.length; i++) {
    if (!used[i]) continue;
    const { op, inputs } = trace[i];
    for (let k = 0; k < inputs.length; k++) {
      if (inputs[k] !== node) continue;
      const other = op === "mul" ? trace[inputs[1 - k]] : null;
      terms.push({
        op,
        upstream: gradient[i],
        local: localDerivatives(trace, x, i)[k],
        source: nameAfter(trace, i),
        factor: other?.label ?? "",
      });
    }
  }
  return terms;
}

/** The first labelled result that i flows into through sums alone: it has the
 * same gradient as i. Empty if there is none, or if i is used twice. */
function nameAfter(trace, i) {
  while (!trace[i].label) {
    const used = trace.flatMap(({ inputs }, j) =>
      inputs.filter((k) => k === i).map(() => j),
    );
    if (used.length !== 1 || trace[used[0]].op !== "add") return "";
    i = used[0];
  }
  return trace[i].label;
}
