/** Names with their numbers, and samples for legends. */
import { make, write } from "../../../page/js/elements.js";
import { format } from "./words.js";

/**
 * A name and a place for its number in the run that is shown.
 * @param {string} node @param {string} text
 * @param {(shown: import("./place.js").Shown) => number | null} of
 * @param {Element | string} [before]
 */
export function named(node, text, of, before = "") {
  const value = make("b", { "data-node": node, "data-kind": "value" });
  const element = make("span", { class: "number" }, before, `${text} `, value);
  const paint = (shown) => {
    const x = of(shown);
    const digits = node === "loss" ? 3 : 2;
    const written = node === "epoch" ? `${x} of ${shown.run.epochs}` : format(x, digits);
    write(value, { "data-value": x ?? "" }, written);
  };
  return { element, paint };
}

/** A short piece of a line or mark, for a legend. */
export const sample = (width, style, d) =>
  make(
    "svg",
    { viewBox: `0 0 ${width} 14`, width, class: "sample", "aria-hidden": "true" },
    make("path", { class: style, d }),
  );
