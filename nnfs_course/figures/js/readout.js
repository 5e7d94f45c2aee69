/** A few numbers, large, each under its name. */
import { make } from "../../page/js/elements.js";
import { paintAll } from "../../page/js/parts.js";
import { number } from "./numbers.js";

/**
 * @param {import("./figure.js").Figure} figure
 * @param {{text: string, node: string, kind: "value" | "grad"}[]} spec
 */
export function readout(figure, spec) {
  const element = make("div", { class: "readout" });
  const parts = spec.map(({ text, node, kind }) => {
    const part = number(figure, make("b"), node, kind);
    element.append(make("p", {}, text, part.element));
    return part;
  });
  return { element, paint: paintAll(parts) };
}
