/** Sliders: each moves a leaf, and says its value and its gradient. */
import { make, write } from "../../page/js/elements.js";
import { elementsOf, paintAll } from "../../page/js/parts.js";
import { format, signOf } from "./format.js";

/** A slider for each number, or one for the number that is selected.
 * @param {import("./figure.js").Figure} figure */
export function sliders(figure) {
  const { spec, leafOf } = figure.plan;
  const parts = spec.one_slider
    ? [selectedSlider(figure, ({ state }) => leafOf(state.selected))]
    : spec.sliders.map((name, k) => slider(figure, k, () => name));
  const element = make("div", { class: "sliders" }, ...elementsOf(parts));
  return { element, paint: paintAll(parts) };
}

/** What is computed has no slider. */
function selectedSlider(figure, which) {
  const moving = slider(figure, 0, which);
  const note = make("p", { class: "note" });
  const element = make("div", {}, moving.element, note);
  const paint = (now) => {
    const given = which(now) != null;
    moving.element.toggleAttribute("hidden", !given);
    note.toggleAttribute("hidden", given);
    if (given) moving.paint(now);
    else write(note, {}, `${now.state.selected} is computed. Select a given number to move it.`);
  };
  return { element, paint };
}

/**
 * @param {import("./figure.js").Figure} figure @param {number} k
 * @param {(now: any) => string} which  the leaf's name; it may change
 */
function slider(figure, k, which) {
  const { spec, leaves, index, standsFor, gradientName } = figure.plan;
  const id = `${figure.id}-slider-${k}`;
  const range = make("input", { type: "range", id });
  const box = make("input", { type: "number", step: "any" });
  const label = make("label", { for: id });
  const gradient = make("span", { class: "grad" });
  let name = "";
  let rounded = "";

  range.addEventListener("input", () => figure.move(name, Number(range.value)));
  // While a reader types, the box is left alone. Then it shows what became of
  // it: clamped, or as before.
  const settle = () => {
    if (box.value !== rounded) box.value = rounded;
  };
  box.addEventListener("change", () => {
    const value = box.value.trim() === "" ? NaN : Number(box.value);
    if (Number.isFinite(value)) figure.move(name, value);
    settle();
  });
  box.addEventListener("blur", settle);

  const paint = (now) => {
    if (name !== which(now)) {
      name = which(now);
      const { min, max, step = "any" } = leaves[name];
      write(range, { "data-node": name, min, max, step });
      write(box, { "data-node": name, min, max, "aria-label": `${name}, exact value` });
    }
    const value = now.exact[index[name]];
    if (Number(range.value) !== value) range.value = String(value);
    rounded = String(Math.round(value * 1e4) / 1e4);
    if (document.activeElement !== box) settle();

    // Some leaves are themselves the gradient of another number.
    const of = standsFor(name);
    write(label, {}, of === name ? name : `${name} = ${gradientName(of)}`);
    const plain = spec.plain?.includes(name) ?? false;
    const hidden = now.hidden(name);
    const size = now.gradient[index[name]];
    const shown = hidden ? "?" : format(size, true);
    if (gradient.hidden !== plain) gradient.hidden = plain;
    write(
      gradient,
      { "data-sign": hidden ? "" : signOf(size) },
      plain ? "" : `${gradientName(name)} ${shown}`,
    );
    write(range, {
      "aria-valuetext": `${name} = ${format(value)}${plain ? "" : `, gradient ${shown}`}`,
    });
  };
  const head = make("div", { class: "head" }, label, box, gradient);
  return { element: make("div", { class: "slider" }, head, range), paint };
}
