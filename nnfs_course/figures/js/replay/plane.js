/** The plane: a map of what is predicted, with the data as marks. */
import { make } from "../../../page/js/elements.js";
import { named, sample } from "./numbers.js";
import { decode, pixels } from "./picture.js";

const SIDE = 400; // of the square, as Python has it
const PIXELS = 160;

/** A mark for each class, around its point. */
const MARKS = [
  "m-3.9 0a3.9 3.9 0 1 0 7.8 0a3.9 3.9 0 1 0-7.8 0z",
  "m0-5l4.8 8.6h-9.6z",
  "m-3.6-3.6h7.2v7.2h-7.2z",
  "m0-5.2l5.2 5.2-5.2 5.2-5.2-5.2z",
];

/** @param {any} spec */
export function plane({ marks, shown, samples, cells, levels, classes }) {
  const accuracy = named("accuracy", "accuracy", ({ run, place }) => run.accuracy[place]);
  const canvas = make("canvas", { width: PIXELS, height: PIXELS });
  const points = make("svg", { viewBox: `0 0 ${SIDE} ${SIDE}`, "aria-hidden": "true" });
  const legend = make("p", { class: "legend" });
  marks.forEach((flat, c) => {
    let d = "";
    for (let i = 0; i < flat.length; i += 2) d += `M${flat[i]} ${flat[i + 1]}${MARKS[c]}`;
    points.append(make("path", { class: `mark c${c}`, d }));
    const example = sample(14, `mark c${c}`, `M7 7${MARKS[c]}`);
    legend.append(make("span", {}, example, ` class ${c}`));
  });
  const some = shown < samples ? ` Drawn: ${shown} of ${samples} points.` : "";
  const label = "Map of the predicted class over the plane, with the data as marks";
  const note = `Marks: the data. Colour: what the network predicts there; the stronger, the surer.${some}`;
  const element = make(
    "div",
    { class: "plane" },
    make("p", { class: "numbers" }, accuracy.element),
    make("div", { class: "square", role: "img", "aria-label": label }, canvas, points),
    legend,
    make("p", { class: "note" }, note),
  );

  let drawn;
  const paint = (now) => {
    accuracy.paint(now);
    const text = now.run.pictures[now.place];
    if (text === drawn) return;
    drawn = text;
    const data = pixels(decode(text), cells, levels, classes, PIXELS);
    canvas.getContext("2d").putImageData(new ImageData(data, PIXELS), 0, 0);
  };
  return { element, paint };
}
