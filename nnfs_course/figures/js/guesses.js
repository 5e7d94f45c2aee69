/**
 * What to ask before a gradient is shown: its sign, then its size. Pure.
 *
 * @typedef {{text: string, right: boolean, why?: string}} Answer
 */
import { format, signOf } from "./format.js";
import { saidOf, termsOf } from "./words.js";

/** @param {import("./plan.js").Plan} plan
 * @param {import("./moment.js").Moment} now @param {string} name */
export function signQuestion({ index, called }, now, name) {
  const sign = signOf(now.gradient[index[name]]);
  return {
    text: `If ${name} rises a little, what does ${called} do?`,
    answers: [
      { text: `${called} rises`, right: sign === "positive" },
      { text: `${called} falls`, right: sign === "negative" },
      { text: `${called} does not move`, right: sign === "zero" },
    ],
  };
}

/** Why a gradient has its sign, without giving its size away. */
export function describeSign(plan, now, name) {
  if (plan.spec.says) return [saidOf(plan, now, name)];
  const sign = (value) => (value > 0 ? "+" : value < 0 ? "−" : "0");
  const terms = termsOf(plan, now, name).map(
    ({ upstream, local }) => `(${sign(upstream)}) × (${sign(local)})`,
  );
  return [
    `${plan.gradientName(name)} is made of ${terms.join(" + ") || "nothing"}, ` +
      "upstream × local. " +
      `Here it is ${signOf(now.gradient[plan.index[name]])}.`,
  ];
}

/** The size among numbers that come from common slips. */
export function sizeQuestion(plan, now, name) {
  const { spec, index } = plan;
  const size = now.gradient[index[name]];
  const local = termsOf(plan, now, name)[0]?.local ?? 1;
  const guesses = [
    [size],
    [now.x[index[name]], `That is ${name} itself, not how fast ${spec.root} moves with it.`],
    [2 * size, "Twice the right size: was a path counted twice?"],
    [local, "That is one local derivative, without the upstream gradient or the other paths."],
    [1, "It would be 1 if nothing multiplied it on its way."],
  ];
  const right = format(size, true);
  const unlike = new Map(); // the first guess of each text
  for (const [value, why] of guesses) {
    const text = format(value, true);
    if (!unlike.has(text)) unlike.set(text, { text, value, why, right: text === right });
  }
  return {
    text: `How far does ${spec.root} move, for each unit of ${name}?`,
    answers: [...unlike.values()].slice(0, 3).sort((a, b) => a.value - b.value),
  };
}
