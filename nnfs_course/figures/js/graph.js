/**
 * The graph: nodes carry value and gradient, edges the local derivative.
 *
 * @typedef {import("./figure.js").Figure} Figure
 * @typedef {{size: number[], box: number[],
 *   at: Record<string, number[]>}} Layout
 */
import { make, write } from "../../page/js/elements.js";
import { elementsOf, paintAll } from "../../page/js/parts.js";
import { format } from "./format.js";
import { edgeSlope } from "./moment.js";
import { node } from "./nodes.js";

const NARROW = 560; // pixels

/**
 * A graph for a wide place, and one for a phone; one of them is in the page.
 * @param {Figure} figure
 * @param {{layouts: Record<string, Layout>, nodes: any[]}} spec
 */
export function graph(figure, { layouts, nodes }) {
  const drawings = Object.fromEntries(
    Object.entries(layouts).map(([name, layout]) => [
      name,
      drawing(figure, name, layout, nodes),
    ]),
  );
  const element = make("div", { class: "graph-place" });
  let shown;
  let last;
  const paint = (now) => {
    last = now;
    shown?.paint(now);
  };
  const choose = () => {
    const fitting = drawings[element.clientWidth < NARROW ? "narrow" : "wide"];
    if (fitting === shown) return;
    shown = fitting;
    if (last) shown.paint(last);
    element.replaceChildren(shown.element);
  };
  /** Once it is in the page, it has a width. @returns {() => void} its end */
  const open = () => {
    choose();
    const watcher = new ResizeObserver(choose);
    watcher.observe(element);
    return () => watcher.disconnect();
  };
  return { element, paint, open };
}

function drawing(figure, name, layout, nodes) {
  const { plan } = figure;
  const [width, height] = layout.size;
  const edges = plan.steps.map((step, k) => edge(figure, layout, step, k));
  const drawn = nodes.map((each) => node(figure, layout, each));
  const svg = make(
    "svg",
    {
      class: "graph",
      viewBox: `0 0 ${width} ${height}`,
      role: "group",
      "aria-label": `${plan.spec.title}: graph`,
    },
    make("g", { class: "edges" }, ...elementsOf(edges)),
    ...edges.map(({ label }) => label),
    ...elementsOf(drawn),
  );
  const element = make("div", { class: `canvas ${name}` }, svg);
  element.style.aspectRatio = `${width} / ${height}`;
  return { element, paint: paintAll([...edges, ...drawn]) };
}

/** An edge of the graph, which is step k of the backward pass. */
function edge({ plan }, { at, box }, step, k) {
  const [x1, y1] = at[step.from];
  const [x2, y2] = at[step.to];
  const bend = step.bend ?? 0;
  const middle = (x1 + x2) / 2;
  const fromLeaf = step.from in plan.leaves ? box[0] / 7 : 0;
  const element = make("path", {
    class: "edge",
    d: `M${x1} ${y1} C${middle} ${y1 + bend} ${middle} ${y2 + bend} ${x2} ${y2}`,
  });
  const label = make("text", {
    class: "local",
    x: middle + fromLeaf,
    y: (y1 + y2) / 2 + 0.75 * bend - 5,
  });
  const paint = (now) => {
    const { step: current, selected, predicting } = now.state;
    const active = current == null ? selected === step.from : current - 1 === k;
    const shown = plan.kinds.includes("grad") && !predicting;
    const slope = shown ? `×${format(edgeSlope(plan, now, step))}` : "";
    write(element, { "data-active": active });
    write(label, { "data-active": active }, slope);
  };
  return { element, label, paint };
}
