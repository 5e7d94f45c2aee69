/**
 * The controls that ipywidgets' `interact` makes: a slider, a box to tick, a
 * choice, a line of text, and the place where the function prints. Each is the
 * browser's own element.
 */
import { make } from "./make.js";

/** Widgets of these kinds are drawn here. */
const DRAWN = {
  FloatSliderModel: slider,
  IntSliderModel: slider,
  CheckboxModel: tick,
  DropdownModel: choice,
  TextModel: line,
};

/**
 * An element for a widget, or null where none is known.
 * @param {any} model @param {(reference: string) => any} modelOf
 * @param {(model: any) => HTMLElement} outputOf
 */
export function control(model, modelOf, outputOf) {
  const kind = model.get("_model_name");
  if (kind === "VBoxModel") {
    const parts = model.get("children").map((child) => control(modelOf(child), modelOf, outputOf));
    return parts.includes(null) ? null : make("div", { class: "cell-controls" }, ...parts);
  }
  if (kind === "OutputModel") return outputOf(model);
  const draw = DRAWN[kind];
  if (!draw) return null;
  return make("label", {}, make("span", {}, model.get("description")), ...draw(model));
}

/** Tell Python of a new value, and hear of one. */
function connect(model, element, name, read, paint) {
  element.addEventListener("input", () => {
    model.set(name, read());
    model.save_changes();
  });
  model.on(`change:${name}`, paint);
  paint();
  return element;
}

function slider(model) {
  const input = make("input", { type: "range", min: model.get("min"), max: model.get("max"), step: model.get("step") ?? "any" });
  const shown = make("output");
  const paint = () => {
    input.value = model.get("value");
    shown.textContent = input.value;
  };
  return [connect(model, input, "value", () => input.valueAsNumber, paint), shown];
}

function tick(model) {
  const input = make("input", { type: "checkbox" });
  return [connect(model, input, "value", () => input.checked, () => (input.checked = model.get("value")))];
}

function choice(model) {
  const options = model.get("_options_labels").map((text) => make("option", {}, text));
  const input = make("select", {}, ...options);
  const paint = () => (input.selectedIndex = model.get("index"));
  return [connect(model, input, "index", () => input.selectedIndex, paint)];
}

function line(model) {
  const input = make("input", { type: "text" });
  return [connect(model, input, "value", () => input.value, () => (input.value = model.get("value")))];
}
