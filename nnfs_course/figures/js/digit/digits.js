/** The ten probabilities as bars. Each has a dot to say: this is the true one. */
import { make, write } from "../../../page/js/elements.js";

let groups = 0;

/** @param {any} spec @param {(part: object) => void} change */
export function digits({ classes }, change) {
  const group = `digit-${(groups += 1)}`;
  const bars = Array.from({ length: classes }, (_, c) => bar(c, group, change));
  const legend = make("legend", {}, "probabilities; the dot is on the true digit");
  const element = make("fieldset", { class: "digits" }, legend, ...bars.map((b) => b.element));
  return { element, paint: (now) => bars.forEach((each) => each.paint(now)) };
}

function bar(c, group, change) {
  const dot = make("input", { type: "radio", name: group });
  dot.addEventListener("change", () => change({ digit: c }));
  const length = make("span", { class: "track" });
  const number = make("b", { "data-node": `p[${c}]`, "data-kind": "value" });
  const element = make("label", {}, dot, make("span", {}, `${c}`), length, number);
  const paint = ({ p, said, state }) => {
    dot.checked = c === state.digit;
    write(element, { "data-said": c === said });
    write(length, { style: `--share:${(100 * p[c]).toFixed(1)}%` });
    write(number, { "data-value": p[c] }, p[c].toFixed(2));
  };
  return { element, paint };
}
