/** The cells of matrices: values, gradients, and derivatives. */
import { button, make, write } from "../../page/js/elements.js";
import { format, signOf } from "./format.js";
import { number, spoken } from "./numbers.js";
import { sum } from "./rounding.js";

/**
 * A value or gradient to select.
 * @param {import("./figure.js").Figure} figure @param {string} name
 * @param {"value" | "grad"} kind
 */
export function cell(figure, name, kind) {
  const { plan } = figure;
  const element = button([], () => figure.select(name));
  element.className = "cell";
  const shown = number(figure, element, name, kind);
  const i = plan.index[name];
  const key = kind === "grad" ? `d ${name}` : name;
  const paint = (now) => {
    shown.paint(now);
    if (kind === "grad") heat(figure, element, now.hidden(name) ? 0 : now.gradient[i]);
    const chosen = now.state.selected === plan.standsFor(name);
    write(element, {
      "aria-label": `${key} = ${spoken(figure, now, name, kind)}`,
      "aria-pressed": chosen,
      "data-mark": chosen ? "chosen" : now.sources.has(key) ? "lit" : "",
    });
  };
  return { element, paint };
}

/** d s / d z, for a Jacobian. */
export function jacobianCell(figure, s, z) {
  const element = button([], () => figure.select(z));
  element.className = "cell";
  write(element, { "data-kind": "jacobian", "data-of": s, "data-node": z });
  const paint = (now) => {
    const hidden = Boolean(now.state.predicting);
    const value = now.slope(s, z);
    const text = hidden ? "?" : format(value, true);
    heat(figure, element, hidden ? 0 : value);
    write(
      element,
      {
        "data-value": hidden ? null : value,
        "data-sign": hidden ? "" : signOf(value),
        "data-dropped": isDropped(figure, now, s, z),
        "aria-label": `d ${s} / d ${z} = ${hidden ? "hidden" : text}`,
      },
      text,
    );
  };
  return { element, paint };
}

/** Is this entry left out, because the diagonal alone is asked for? */
function isDropped({ plan }, now, s, z) {
  const { diagonal } = plan.spec;
  return Boolean(now.state.diagonal) && diagonal.s.indexOf(s) !== diagonal.z.indexOf(z);
}

/** The sum of some entries [s, z] of a Jacobian. */
export function sumCell(figure, entries) {
  const element = make("span", { class: "sum" });
  const paint = (now) => {
    const kept = entries.filter(([s, z]) => !isDropped(figure, now, s, z));
    const total = sum(kept.map(([s, z]) => now.slope(s, z)));
    write(element, {}, now.state.predicting ? "?" : format(total));
  };
  return { element, paint };
}

/** A gradient that is only shown. */
export function addend({ plan }, name) {
  const element = make("span", { class: "sum" });
  const paint = (now) => {
    const hidden = now.hidden(name);
    const value = now.gradient[plan.index[name]];
    const sign = hidden ? "" : signOf(value);
    write(element, { "data-sign": sign }, hidden ? "?" : format(value, true));
  };
  return { element, paint };
}

/** Colour by size: one symmetric scale for the figure, clamped. */
function heat({ plan }, element, value) {
  const share = Math.min(1, Math.abs(value) / plan.spec.scale).toFixed(2);
  if (element.style.getPropertyValue("--heat") !== share) {
    element.style.setProperty("--heat", share);
  }
}
