/** Stepping through the backward pass, starting again, and links. */
import { button, make, write } from "../../page/js/elements.js";
import { copyLink } from "../../page/js/link.js";

/** @param {import("./figure.js").Figure} figure */
const reset = (figure) =>
  button("Reset", () => figure.change({ ...figure.plan.spec.start }));

/** All that a simple figure has. @param {import("./figure.js").Figure} figure */
export const resetOnly = (figure) => ({
  element: make("div", { class: "controls" }, reset(figure)),
  paint() {},
});

/**
 * @param {import("./figure.js").Figure} figure
 * @param {Element} predict  the button that asks for a prediction
 */
export function controls(figure, predict) {
  const { plan, player } = figure;
  const { spec, steps } = plan;
  const last = steps.length;
  const here = () => figure.state.step ?? last;
  const go = (step) => figure.change({ step: Math.max(0, Math.min(last, step)) });

  const scrubber = make("input", {
    type: "range",
    min: 0,
    max: last,
    step: 1,
    "aria-label": "Backward pass, step by step",
    class: "scrubber",
  });
  scrubber.addEventListener("input", () => go(Number(scrubber.value)));
  const back = button("‹ Back", () => go(here() - 1));
  const next = button("Next ›", () => go(figure.state.step == null ? 0 : here() + 1));
  const all = button("Show all", () => figure.change({ step: null, predicting: null }));
  const moved = () => {
    const { values } = figure.state;
    const names = Object.keys(values);
    const changed = names.filter((name) => values[name] !== spec.start.values[name]);
    return Object.fromEntries(changed.map((name) => [name, values[name]]));
  };
  const element = make(
    "div",
    { class: "controls" },
    make("div", { class: "bar" }, back, next, player.element, scrubber, all),
    make(
      "div",
      { class: "bar" },
      predict,
      reset(figure),
      ...copyLink(spec.name, moved),
    ),
  );

  const paint = ({ state, defined }) => {
    const { step, predicting } = state;
    const place = step == null ? "all steps" : `step ${step} of ${last}`;
    if (scrubber.value !== String(here())) scrubber.value = String(here());
    write(scrubber, { "aria-valuetext": place });
    for (const control of [back, next, player.element, scrubber]) {
      control.disabled = Boolean(predicting);
    }
    all.disabled = step == null && !predicting;
    predict.disabled = Boolean(predicting) || !defined;
  };
  return { element, paint };
}
