/** Two panels: the loss of all runs, and the gradient norms of one. */
import { make, write } from "../../../page/js/elements.js";
import { paintAll } from "../../../page/js/parts.js";
import { named, sample } from "./numbers.js";
import { panel } from "./panel.js";

const dotOf = () => make("circle", { class: "dot", r: 4.5 });
const lossOf = ({ run, place }) => run.loss[place];
const normOf = (name) => ({ run, place }) => run.norms[name]?.[place];

/** Epochs, on a log axis that has room for epoch 0. */
const across = ({ last, epochs }) => ({
  share: (epoch) => Math.log1p(epoch) / Math.log1p(last),
  marks: epochs,
  name: (epoch) => epoch,
});

/** @param {any} spec */
export function lossPanel({ runs, axes }) {
  const { svg, line, putCursor, putDot } = panel("Loss over epochs", axes.loss, across(axes));
  const number = named("loss", "loss", lossOf);
  const lines = new Map(
    runs.map((run) => [
      run,
      make("path", { class: "other", d: line(run.curve.epochs, run.curve.loss) }),
    ]),
  );
  const dot = dotOf();
  svg.append(...lines.values(), dot);
  const others = make("span", { class: "note" }, runs.length > 1 ? "thin: the other runs" : "");
  const head = make("p", { class: "numbers" }, number.element, others);

  let drawn;
  const paint = (shown) => {
    const { run, epoch } = shown;
    number.paint(shown);
    if (run !== drawn) {
      drawn = run;
      for (const [of, path] of lines) write(path, { class: of === run ? "line l0" : "other" });
      svg.append(lines.get(run), dot); // on top
    }
    putCursor(epoch);
    putDot(dot, epoch, lossOf(shown));
  };
  return { element: make("div", {}, head, svg), paint };
}

/** @param {any} spec */
export function normsPanel({ layers, axes }) {
  const { svg, line, putCursor, putDot } = panel(
    "Gradient norms over epochs",
    axes.norms,
    across(axes),
  );
  const curves = layers.map((name, i) => {
    const style = `line l${i % 4}`;
    const path = make("path", { class: style });
    const dot = dotOf();
    svg.append(path, dot);
    const number = named(name, name, normOf(name), sample(26, style, "M0 7H26"));
    return { name, path, dot, number };
  });
  const numbers = curves.map(({ number }) => number);
  const paintNumbers = paintAll(numbers);
  const names = numbers.map(({ element }) => element);
  const head = make("p", { class: "numbers" }, "gradient norms", ...names);
  const note =
    "Across: epochs, on a log scale. Numbers are measured in an epoch, before its step; " +
    "the map is the network after it.";

  let drawn;
  const paint = (shown) => {
    const { run, epoch } = shown;
    paintNumbers(shown);
    putCursor(epoch);
    for (const { name, path, dot } of curves) {
      if (run !== drawn) write(path, { d: line(run.curve.epochs, run.curve.norms[name] ?? []) });
      putDot(dot, epoch, normOf(name)(shown));
    }
    drawn = run;
  };
  return { element: make("div", {}, head, svg, make("p", { class: "note" }, note)), paint };
}
