/**
 * A moment: all numbers of a figure in one state, and which may be seen. Pure.
 *
 * @typedef {{
 *   state: any,
 *   exact: number[],
 *   x: number[],
 *   gradient: number[],
 *   defined: boolean,
 *   slope: (of: string, wrt: string) => number,
 *   hidden: (name: string) => boolean,
 *   arrived: Map<string, number[]>,
 * }} Moment
 *   exact: the values to compute with; x: to draw; gradient: d(root)/d(each)
 *   defined: whether there are gradients at all
 *   slope: d(of)/d(wrt), from a sweep that starts there
 *   hidden: is this number's gradient to be predicted, or of a later step?
 *   arrived: while stepping, what each number has received so far
 */
import { evaluate, localDerivatives, madeOf } from "./engine.js";
import { settledGradients, settledValues } from "./rounding.js";

/**
 * @param {import("./plan.js").Plan} plan
 * @param {any} state
 * @returns {Moment}
 */
export function momentOf(plan, state) {
  const { spec, trace, index, root } = plan;
  const exact = evaluate(trace, state.values);
  const sweeps = {};
  const slope = (of, wrt) => {
    sweeps[of] ??= settledGradients(trace, exact, index[of]);
    return sweeps[of][index[wrt]];
  };
  let gradient = settledGradients(trace, exact, root);
  // Python's backward refuses a graph with a NaN in it; the page shows none of
  // its gradients.
  const defined = !madeOf(trace, root).some(
    (used, i) => used && (Number.isNaN(exact[i]) || Number.isNaN(gradient[i])),
  );
  if (!defined) gradient = gradient.map(() => NaN);
  if (state.diagonal) {
    spec.diagonal.z.forEach((z, i) => {
      const s = spec.diagonal.s[i];
      gradient[index[z]] = gradient[index[s]] * slope(s, z);
    });
  }
  const now = { state, exact, x: settledValues(trace, exact), gradient, defined, slope };
  const { known, arrived } = walk(plan, now);
  const hidden = (name) =>
    isAsked(state) ||
    (state.step != null && !known.has(plan.standsFor(name)));
  return { ...now, hidden, arrived };
}

/** Is there a question that is not answered yet? */
export const isAsked = ({ predicting }) => Boolean(predicting && !predicting.answered);

/** d(to)/d(from) along an edge; a sum of many can be drawn as one.
 * @param {import("./plan.js").Plan} plan @param {Moment} now */
export function edgeSlope(plan, now, { from, to, operand }) {
  const { trace, index } = plan;
  const direct = trace[index[to]].inputs.indexOf(index[from]);
  if (direct < 0) return now.slope(to, from);
  return localDerivatives(trace, now.exact, index[to])[operand ?? direct];
}

/** Which gradients are known after so many steps, and what has arrived. */
function walk(plan, now) {
  const { spec, steps, index } = plan;
  const known = new Set([spec.root, ...(spec.given ?? [])]);
  const arrived = new Map();
  for (const step of steps.slice(0, now.state.step ?? 0)) {
    for (const name of step.names ?? [step.from]) known.add(name);
    if (step.names) continue;
    const share = now.gradient[index[step.to]] * edgeSlope(plan, now, step);
    arrived.set(step.from, [...(arrived.get(step.from) ?? []), share]);
  }
  return { known, arrived };
}
