/** A slider for h, what can be switched on, and links. */
import { button, make, write } from "../../../page/js/elements.js";
import { copyLink } from "../../../page/js/link.js";
import { labelled, slider } from "../replay/controls.js";
import { stepOf } from "./words.js";

/** @param {import("../../../page/js/live.js").Live} live */
export function checkControls(live) {
  const { steps, switches, start } = live.spec;
  const input = slider("log10h", (log10h) => live.change({ log10h }));
  write(input, { min: steps[0], max: steps.at(-1), step: steps[1] - steps[0] });
  const boxes = Object.entries(switches).map(([name, text]) => {
    const box = make("input", { type: "checkbox", "data-node": name });
    box.addEventListener("change", () => live.change({ [name]: box.checked }));
    return { name, box, label: make("label", { class: "switch" }, box, text) };
  });
  const moved = () =>
    Object.fromEntries(Object.entries(live.state).filter(([name, value]) => value !== start[name]));
  const element = make(
    "div",
    { class: "controls" },
    labelled("step h", input),
    ...boxes.map(({ label }) => label),
    button("Reset", () => live.change(start)),
    ...copyLink("gradient-check", moved),
  );
  const paint = ({ log10h }) => {
    write(input, { "aria-valuetext": `h = ${stepOf(log10h)}` });
    input.value = log10h;
    for (const { name, box } of boxes) box.checked = live.state[name];
  };
  return { element, paint };
}
