/**
 * What an answer to a prediction is worth, and how it is said. Pure.
 *
 * @typedef {{id: string, name: string, text: string, why: string,
 *   kind: "number" | "choice" | "entries", answer: string, other: string,
 *   means: Record<string, string>, within?: number,
 *   options?: Record<string, string>, matrix?: string[][],
 *   names?: Record<string, string>}} Asked
 *   means: of each foreseen wrong answer what it would mean
 */

/** A number as people write it, also 0,5 and −3. NaN if it is none. */
export const readNumber = (text) =>
  text.trim() ? Number(text.trim().replace("−", "-").replace(",", ".")) : NaN;

/**
 * Whether this can have been given: what a browser keeps may be anything.
 * @param {Asked} asked @param {string} given
 */
export const isAnswer = ({ kind, options, names }, given) =>
  kind === "number"
    ? Number.isFinite(readNumber(given))
    : given === "none" || given.split(" ").every((key) => Object.hasOwn(options ?? names, key));

/** @param {Asked} asked @param {string} given @param {string} key */
const same = (asked, given, key) =>
  asked.kind === "number"
    ? Math.abs(readNumber(given) - Number(key)) <= asked.within
    : given === key;

/**
 * Whether an answer is right, and what it would mean if not.
 * @param {Asked} asked @param {string} given
 */
export function judge(asked, given) {
  const right = same(asked, given, asked.answer);
  const foreseen = Object.keys(asked.means).find((key) => same(asked, given, key));
  return { right, means: right ? "" : asked.means[foreseen] ?? asked.other };
}

/** An answer in words, `code` in backticks. @param {Asked} asked */
export function sayAnswer({ kind, options, names }, key) {
  if (kind === "choice") return `“${options[key] ?? key}”`;
  if (kind === "number") return `\`${key}\``;
  return key.split(" ").map((cell) => `\`${names[cell] ?? cell}\``).join(", ");
}
