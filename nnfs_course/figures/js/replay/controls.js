/** Sliders for the epoch and the run, steps, play, and links. */
import { button, make, write } from "../../../page/js/elements.js";
import { copyLink } from "../../../page/js/link.js";

/**
 * @param {any} spec
 * @param {{shown: () => import("./place.js").Shown, player: {element: Element},
 *   change: (part: object) => void, go: (place: number) => void}} replay
 */
export function replayControls({ runs, varies, start }, { shown, player, change, go }) {
  const epochSlider = slider("epoch", go);
  const runSlider = slider("run", (i) => change({ run: runs[i].label }));
  write(runSlider, { max: runs.length - 1 });
  const labels = runs.map(({ label }) => make("span", {}, label));
  const below = make("span", { class: "labels", "aria-hidden": "true" }, ...labels);
  const choice = runs.length > 1 ? [labelled(varies, runSlider, below)] : [];
  const moved = () => {
    const { run, epoch } = shown();
    const settings = Object.entries({ run: run.label, epoch });
    return Object.fromEntries(settings.filter(([name, value]) => value !== start[name]));
  };
  const element = make(
    "div",
    { class: "controls" },
    ...choice,
    button("‹ Back", () => go(shown().place - 1)),
    button("Next ›", () => go(shown().place + 1)),
    player.element,
    button("Reset", () => change(start)),
    ...copyLink("training-replay", moved),
  );

  const paint = ({ run, place, epoch }) => {
    const said = epoch ? `epoch ${epoch} of ${run.epochs}` : "before training";
    write(epochSlider, { max: run.kept.length - 1, "aria-valuetext": said });
    epochSlider.value = place;
    const chosen = runs.indexOf(run);
    write(runSlider, { "aria-valuetext": `${varies} ${run.label}` });
    runSlider.value = chosen;
    labels.forEach((label, i) => write(label, { "data-chosen": i === chosen }));
  };
  // On a phone it stays in sight, below the map that it changes.
  const epochs = make("div", { class: "stays" }, labelled("epoch", epochSlider));
  return { element, epochs, paint };
}

/** @param {string} node @param {(to: number) => void} go */
export function slider(node, go) {
  const input = make("input", { type: "range", min: 0, "data-node": node });
  input.addEventListener("input", () => go(Number(input.value)));
  return input;
}

/** A slider with its name, and what stands below it. */
export const labelled = (text, input, ...below) =>
  make("label", {}, make("b", {}, text), make("span", {}, input, ...below));
