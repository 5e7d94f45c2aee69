/** Two ways to one result: how far apart they are. */
import { make, write } from "../../page/js/elements.js";
import { format } from "./format.js";
import { sum } from "./rounding.js";

/**
 * @param {import("./figure.js").Figure} figure
 * @param {{text: string, pairs: [string, string][]}} spec  pairs of a
 *   gradient's name and a value's
 */
export function compare({ plan }, { text, pairs }) {
  const element = make("p", { class: "compare" });
  const paint = (now) => {
    const differences = pairs.map(([grad, value]) =>
      Math.abs(sum([now.gradient[plan.index[grad]], -now.x[plan.index[value]]])),
    );
    const largest = Math.max(...differences);
    const shown = largest === 0 ? "0, up to rounding" : format(largest);
    const hidden = pairs.some(([name]) => now.hidden(name));
    write(element, {}, hidden ? "" : `${text} ${shown}.`);
  };
  return { element, paint };
}
