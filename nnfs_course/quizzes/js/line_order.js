/**
 * Lines in order, or the first that is not where it can be. Pure.
 *
 * @typedef {import("./answers.js").Choice} Choice
 * @typedef {{text: string[], before?: Record<string, string>,
 *   mistake?: string, why?: string}} Line
 *   text is cut at the gaps: text, gap, text. before: for each line that must
 *   come earlier, by its number, the reason. Who has a why does not belong.
 * @typedef {{id: string, name: string, text: string, lines: Line[],
 *   gaps: Record<string, Choice[]>, shuffled: number[], notice: string}} Ordering
 */

/**
 * @param {Ordering} ordering @param {number[]} placed  numbers of lines
 * @param {Record<string, string>} picks  for each gap the place of a choice
 * @returns {{place: number, why: string} | null}
 */
export function firstFault({ lines, gaps }, placed, picks) {
  for (const [place, number] of placed.entries()) {
    const why = faultOf(lines[number], gaps, placed.slice(0, place), picks);
    if (why) return { place, why };
  }
  return null;
}

function faultOf({ text, before, mistake, why }, gaps, above, picks) {
  if (why) return `${mistake}. ${why}`;
  for (const [number, reason] of Object.entries(before)) {
    if (!above.includes(Number(number))) return reason;
  }
  for (const gap of text.filter((_, i) => i % 2)) {
    const choice = gaps[gap][picks[gap]];
    if (!choice) return "It has a gap that is not filled.";
    if (!choice.right) return choice.why;
  }
  return "";
}

/** How many lines that belong are not placed. */
export const missing = ({ lines }, placed) =>
  lines.filter((line, number) => !line.why && !placed.includes(number)).length;
