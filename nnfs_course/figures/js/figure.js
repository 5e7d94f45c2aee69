/**
 * The live figure, which anywidget and the page's own host show.
 *
 * Python sends a trace, the list of operations that it recorded, and a
 * description of what to draw. A slider moves a number of the state; the state
 * gives a moment, with all its numbers; and each part paints what it shows.
 *
 * @typedef {{
 *   plan: import("./plan.js").Plan,
 *   id: string,
 *   player: {element: Element, stop: () => void},
 *   readonly state: any,
 *   change: (part: object) => void,
 *   select: (name: string) => void,
 *   move: (leaf: string, value: number) => void,
 * }} Figure  what a hand can do; all of it stops the playing
 */
import { make } from "../../page/js/elements.js";
import { obeyLinks } from "../../page/js/link.js";
import { liveModule } from "../../page/js/live.js";
import { elementsOf, paintAll } from "../../page/js/parts.js";
import { player } from "../../page/js/playing.js";
import { choice, diagonalSwitch } from "./choices.js";
import { compare } from "./compare.js";
import { controls, resetOnly } from "./controls.js";
import { curve } from "./curve.js";
import { drawDigit } from "./draw_a_digit.js";
import { explanation, legend } from "./explanation.js";
import { graph } from "./graph.js";
import { row } from "./matrices.js";
import { momentOf } from "./moment.js";
import { clamp, planOf, valuesFrom } from "./plan.js";
import { prediction } from "./prediction.js";
import { drawProduct } from "./product.js";
import { readout } from "./readout.js";
import { sliders } from "./sliders.js";
import { sourcesOf } from "./words.js";

let figures = 0;

/** @param {import("../../page/js/live.js").Live} live @returns {Figure} */
function figureOf(live) {
  const plan = planOf(live.spec);
  const last = plan.steps.length;
  const playing = player(700, {
    begin: () => live.change({ step: 0 }),
    next() {
      const step = (live.state.step ?? last) + 1;
      if (step <= last) live.change({ step });
      return step <= last;
    },
    end: () => live.change({ step: last }),
  });
  const change = (part) => {
    playing.stop();
    live.change(part);
  };
  return {
    plan,
    id: `figure-${(figures += 1)}`,
    player: playing,
    get state() {
      return live.state;
    },
    change,
    select: (name) => change({ selected: plan.standsFor(name), step: null }),
    move(leaf, value) {
      const values = { ...live.state.values, [leaf]: clamp(value, plan.leaves[leaf]) };
      change({ values, selected: plan.standsFor(leaf) });
    },
  };
}

/** What stands below the picture. @param {Figure} figure */
function full(figure) {
  const { spec } = figure.plan;
  const asked = prediction(figure);
  const settings = [
    ...(spec.choices ?? []).map((each) => choice(figure, each)),
    ...(spec.diagonal ? [diagonalSwitch(figure)] : []),
  ];
  const bar = controls(figure, asked.begin);
  bar.element.lastElementChild.append(...elementsOf(settings));
  const set = { element: bar.element, paint: paintAll([bar, ...settings]) };
  const key = { element: legend(spec), paint() {} };
  const said = explanation(figure);
  if (!spec.one_slider) return [key, said, set, asked, sliders(figure)];
  // Its matrices fill a screen: what is said of the one that moves stays in sight.
  const both = [said, sliders(figure)];
  const element = make("div", { class: "stays" }, ...elementsOf(both));
  return [key, set, asked, { element, paint: paintAll(both) }];
}

/** The same for who has not met a gradient yet: nothing to step through, and
 * the slider right below the picture. @param {Figure} figure */
function simple(figure) {
  const { forward, readout: numbers } = figure.plan.spec;
  return [
    ...(numbers ? [readout(figure, numbers)] : []),
    sliders(figure),
    ...(forward ? [] : [prediction(figure), explanation(figure)]),
    resetOnly(figure),
  ];
}

/** @param {import("../../page/js/live.js").Live} live */
function drawFigure(live) {
  const figure = figureOf(live);
  const { plan } = figure;
  const { spec } = plan;
  const network = spec.graph && graph(figure, spec.graph);
  const picture = [
    network,
    ...(spec.rows ?? []).map((each) => row(figure, each)),
    spec.curve && curve(figure, spec.curve),
    spec.compare && compare(figure, spec.compare),
  ].filter(Boolean);
  const parts = spec.simple ? simple(figure) : full(figure);

  const head = make("strong", {}, spec.title);
  const hint = make("span", { class: "hint" }, spec.hint);
  const element = make(
    "section",
    { class: "nnfs nnfs-card nnfs-figure", "data-figure": spec.name, "aria-label": spec.title },
    make("header", {}, head, hint),
    make("div", { class: "stage" }, ...elementsOf(picture)),
    ...elementsOf(parts),
  );
  const paintParts = paintAll([...picture, ...parts]);
  return {
    element,
    paint() {
      const now = momentOf(plan, live.state);
      paintParts({ ...now, sources: sourcesOf(plan, now) });
    },
    open() {
      const closeGraph = network?.open();
      const closeLinks = obeyLinks(element, spec.name, (fields) => {
        const values = { ...spec.start.values, ...valuesFrom(fields, plan.leaves) };
        figure.change({ ...spec.start, values });
      });
      return () => {
        figure.player.stop();
        closeGraph?.();
        closeLinks();
      };
    },
  };
}

/** Figures that are no graph and no rows of matrices draw themselves. */
const OWN_WAYS = { "draw-a-digit": drawDigit, "matrix-product": drawProduct };

export default liveModule((live) =>
  (OWN_WAYS[live.spec.name] ?? drawFigure)(live),
);
