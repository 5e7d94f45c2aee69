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
import { controls } from "./controls.js";
import { curve } from "./curve.js";
import { explanation, legend } from "./explanation.js";
import { graph } from "./graph.js";
import { row } from "./matrices.js";
import { momentOf } from "./moment.js";
import { clamp, planOf, valuesFrom } from "./plan.js";
import { prediction } from "./prediction.js";
import { drawProduct } from "./product.js";
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
  const told = explanation(figure);
  const asked = prediction(figure);
  const bar = controls(figure, asked.begin);
  const settings = [
    ...(spec.choices ?? []).map((each) => choice(figure, each)),
    ...(spec.diagonal ? [diagonalSwitch(figure)] : []),
  ];
  const moving = sliders(figure);
  bar.element.lastElementChild.append(...elementsOf(settings));

  const head = make("strong", {}, spec.title);
  const hint = make("span", { class: "hint" }, spec.hint);
  const element = make(
    "section",
    { class: "nnfs nnfs-card nnfs-figure", "data-figure": spec.name, "aria-label": spec.title },
    make("header", {}, head, hint),
    make("div", { class: "stage" }, ...elementsOf(picture)),
    legend(spec),
    ...elementsOf([told, bar, asked, moving]),
  );
  const paintParts = paintAll([...picture, told, bar, ...settings, asked, moving]);
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

export default liveModule((live) =>
  live.spec.trace ? drawFigure(live) : drawProduct(live),
);
