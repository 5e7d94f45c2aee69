/**
 * The sentence under the picture: one step, or the selected gradient. Pure.
 *
 * @typedef {(string | [number])[]} Sentence  [numbers] show the colour of
 *   their sign
 * @typedef {import("./plan.js").Plan} Plan
 * @typedef {import("./moment.js").Moment} Moment
 */
import { explain } from "./engine.js";
import { format, signOf } from "./format.js";
import { edgeSlope, isAsked } from "./moment.js";
import { sum } from "./rounding.js";

/** @param {Plan} plan @param {Moment} now @returns {Sentence} */
export function describe(plan, now) {
  const { step, selected, diagonal } = now.state;
  if (isAsked(now.state)) return ["First a guess. All gradients are hidden."];
  if (!now.defined) {
    return [
      "Here there is no gradient: a number is undefined, or an infinite slope " +
        "met a zero. Python's backward() refuses it too.",
    ];
  }
  if (plan.spec.says) return [saidOf(plan, now, selected)];
  if (step === 0) return describeStart(plan, now);
  if (step != null) return describeStep(plan, now, step - 1);
  const sentence = describeGradient(plan, now, selected);
  return diagonal ? [...sentence, " ", ...describeError(plan, now)] : sentence;
}

/** A figure can have its own words for what a sign means.
 * @param {Plan} plan @param {Moment} now @param {string} name */
export const saidOf = ({ spec, index }, now, name) =>
  spec.says[signOf(now.gradient[index[name]])];

function describeStart({ spec, root, index, gradientName }, now) {
  if (spec.begin) return [`The backward pass starts here: ${spec.begin}`];
  const first = spec.given?.[0] ?? spec.root;
  const arrives = [now.gradient[index[first]]];
  return [`The backward pass starts here: ${gradientName(first)} = `, arrives, "."];
}

function describeStep(plan, now, k) {
  const step = plan.steps[k];
  const heading = `Step ${k + 1} of ${plan.steps.length}. `;
  if (step.text) return [heading, step.text];
  const upstream = now.gradient[plan.index[step.to]];
  const slope = edgeSlope(plan, now, step);
  const arrived = now.arrived.get(step.from);
  const adding = arrived.flatMap((share, i) => (i ? [" + ", [share]] : [[share]]));
  return [
    `${heading}${step.to} hands to ${step.from}: upstream `,
    [upstream],
    ` × local derivative ${format(slope)} = `,
    [upstream * slope],
    ...(arrived.length > 1
      ? [". What has arrived adds up: ", ...adding, " = ", [sum(arrived)], "."]
      : ["."]),
  ];
}

/**
 * The terms of a gradient: through its consumers, or through the numbers that
 * Python names, where every path passes one of them.
 * @param {Plan} plan @param {Moment} now @param {string} name
 * @returns {import("./engine.js").Term[]}
 */
export function termsOf({ spec, trace, index, root }, now, name) {
  const { through, diagonal } = spec;
  if (!through?.from.includes(name)) {
    return explain(trace, now.exact, now.gradient, index[name], root);
  }
  const own = diagonal?.s[diagonal.z.indexOf(name)];
  return through.to
    .filter((s) => !now.state.diagonal || s === own)
    .map((s) => ({
      op: "jacobian",
      upstream: now.gradient[index[s]],
      local: now.slope(s, name),
      source: s,
      factor: `d${s}/d${name}`,
    }));
}

/** @param {Plan} plan @param {Moment} now @param {string} name
 * @returns {Sentence} */
export function describeGradient(plan, now, name) {
  const { index, root, gradientName } = plan;
  const head = `${gradientName(name)} = `;
  if (index[name] === root) return [head, "1, by definition."];
  const terms = termsOf(plan, now, name);
  if (!terms.length) return [head, "0: nothing depends on it."];
  const slopes = { exp: "slope of exp", log: "slope of log", relu: "gate" };
  const words = terms.map(({ source, factor, op, local }) => {
    const upstream = source ? gradientName(source) : "upstream";
    return `${upstream} × ${factor || slopes[op] || format(local)}`;
  });
  const numbers = terms.flatMap(({ upstream, local }, k) => [
    k ? " + " : "",
    [upstream],
    ` × ${local < 0 ? `(${format(local)})` : format(local)}`,
  ]);
  const closed = terms.some(({ op, local }) => op === "relu" && local === 0);
  return [
    `${head}${words.join(" + ")}`,
    " = ",
    ...numbers,
    " = ",
    [now.gradient[index[name]]],
    closed ? ". The gate is closed here: nothing comes through." : ".",
  ];
}

/** How far the diagonal alone is from the gradient. @returns {Sentence} */
function describeError({ spec, index }, now) {
  const { z: names, s: through } = spec.diagonal;
  const wrong = names.map((z) => now.gradient[index[z]]);
  const right = names.map((z) =>
    sum(through.map((s) => now.gradient[index[s]] * now.slope(s, z))),
  );
  const total = sum(right);
  const errors = wrong.map((value, i) => Math.abs(value - right[i]));
  return [
    `With the diagonal alone, the gradients add up to `,
    [sum(wrong)],
    ` instead of ${total === 0 ? 0 : format(total, true)}. ` +
      `The largest error is ${format(Math.max(...errors))}.`,
  ];
}

/** What the selected gradient is made of: names of values, "d " + name of
 * gradients. @param {Plan} plan @param {Moment} now */
export function sourcesOf(plan, now) {
  const { selected, step } = now.state;
  if (step != null || now.hidden(selected)) return new Set();
  return new Set(
    termsOf(plan, now, selected).flatMap(({ source, factor }) => [
      source && `d ${source}`,
      factor,
    ]),
  );
}
