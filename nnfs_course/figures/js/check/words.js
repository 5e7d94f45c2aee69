/** What is said of a check. Pure. */
import { format } from "../replay/words.js";

/** A step, from its logarithm. */
export const stepOf = (log10h) => format(10 ** log10h, 2);

/**
 * What a screen reader says, and everybody reads.
 * @param {import("./place.js").Shown} shown @param {any} spec
 */
export function verdict({ found, place, log10h }, { verdicts }) {
  const said = verdicts[Number(found.agrees[place])];
  return (
    `h = ${stepOf(log10h)}: differences say ${format(found.numeric[place], 7)}, ` +
    `backward says ${format(found.analytic, 7)}. compare_gradients: ${said}`
  );
}
