/** Settings beside the sliders: one of several, or on and off. */
import { make } from "../../page/js/elements.js";

/**
 * Buttons of which one is chosen; each sets some values.
 * @param {import("./figure.js").Figure} figure
 * @param {{label: string,
 *   options: {text: string, values: Record<string, number>}[]}} choice
 */
export function choice(figure, { label, options }) {
  const element = make("fieldset", { class: "choice" }, make("legend", {}, label));
  const name = `${figure.id}-${label}`.replace(/\s/g, "-");
  const radios = options.map(({ text, values }, k) => {
    const radio = make("input", { type: "radio", name, id: `${name}-${k}` });
    radio.addEventListener("change", () =>
      figure.change({ values: { ...figure.state.values, ...values } }),
    );
    element.append(make("label", { for: radio.id }, radio, ` ${text}`));
    return { radio, values: Object.entries(values) };
  });
  const paint = ({ state }) => {
    for (const { radio, values } of radios) {
      radio.checked = values.every(([leaf, value]) => state.values[leaf] === value);
    }
  };
  return { element, paint };
}

/** @param {import("./figure.js").Figure} figure */
export function diagonalSwitch(figure) {
  const id = `${figure.id}-diagonal`;
  const box = make("input", { type: "checkbox", id });
  box.addEventListener("change", () => figure.change({ diagonal: box.checked }));
  const element = make("label", { for: id, class: "switch" }, box, " diagonal only");
  const paint = ({ state }) => {
    box.checked = Boolean(state.diagonal);
    box.disabled = Boolean(state.predicting);
  };
  return { element, paint };
}
