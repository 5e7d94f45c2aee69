/** The valley: how far apart the two gradients are, for every step h. */
import { make, write } from "../../../page/js/elements.js";
import { sample } from "../replay/numbers.js";
import { panel } from "../replay/panel.js";
import { format } from "../replay/words.js";

/** @param {any} spec */
export function valley({ steps, axes, walls, limit }) {
  const [first, last] = [steps[0], steps.at(-1)];
  const across = {
    share: (log10h) => (log10h - first) / (last - first),
    marks: axes.steps,
    name: (log10h) => format(10 ** log10h, 1),
  };
  const title = "How far apart backward and differences are, over h";
  const { svg, line, putCursor, putDot } = panel(title, axes.error, across);
  const curve = make("path", { class: "line l0" });
  const rounding = make("path", { class: "line l1" });
  const bending = make("path", { class: "line l2", d: line(steps, walls.bending) });
  const allowed = make("path", { class: "other", d: line([first, last], [limit, limit]) });
  const dot = make("circle", { class: "dot", r: 4.5 });
  svg.append(allowed, curve, bending, rounding, dot);
  const legend = [
    ["line l0", "how far apart"],
    ["line l1", "rounding, for short steps"],
    ["line l2", "bending, for long steps"],
    ["other", "what compare_gradients allows"],
  ].map(([style, text]) => make("span", {}, sample(26, style, "M0 7H26"), text));
  const paint = ({ found, place, log10h }) => {
    write(curve, { d: line(steps, found.error) });
    write(rounding, { d: line(steps, walls[found.rounding]) });
    putCursor(log10h);
    putDot(dot, log10h, found.error[place]);
  };
  const picture = make("div", {}, svg, make("p", { class: "legend" }, ...legend));
  return { element: make("div", { class: "curves" }, picture), paint };
}
