/**
 * Draw a digit: the network that Python sends reads it while it is drawn.
 *
 * Its operations come as a trace, of whole arrays. Here they are done for the
 * drawing, forwards for the probabilities and backwards for the pixels.
 */
import { button, make, write } from "../../page/js/elements.js";
import { copyLink, obeyLinks } from "../../page/js/link.js";
import { elementsOf, paintAll } from "../../page/js/parts.js";
import { digits } from "./digit/digits.js";
import { moved, read, written } from "./digit/ink.js";
import { pixels } from "./digit/pixels.js";
import { reader } from "./digit/reading.js";
import { answer, pixelSentence } from "./digit/told.js";
import { format } from "./format.js";
import { tell } from "./numbers.js";

const LEGEND = "+ more ink raises the loss, − more ink lowers it; the larger, the stronger";

/** @param {import("../../page/js/live.js").Live} live */
export function drawDigit(live) {
  const { spec, change } = live;
  const { name, title, hint, start, examples } = spec;
  const readDrawing = reader(spec);
  let now;

  const loss = make("b", { "data-node": "L", "data-kind": "value" });
  const said = make("span", { role: "status" });
  const [cost, strongest, chosen] = ["span", "p", "p"].map((tag) => make(tag));
  const answered = make("p", {}, said, cost, loss);
  const told = make("div", { class: "explain told", tabindex: 0 }, answered, strongest, chosen);
  const parts = [pixels(live, change), digits(spec, change)];
  const step = (way) => () => {
    const signs = [...now.gradient].map((slope) => way * slope);
    change({ drawing: moved(now.state.drawing, signs) });
  };
  const choices = [
    pressed("eraser", "erase", live),
    pressed("gradient", "marks", live),
  ];
  const element = make(
    "section",
    { class: "nnfs nnfs-card nnfs-figure", "data-figure": name, "aria-label": title },
    make("header", {}, make("strong", {}, title), make("span", { class: "hint" }, hint)),
    make("div", { class: "stage digit" }, ...elementsOf(parts)),
    make("p", { class: "legend" }, LEGEND),
    told,
    make(
      "div",
      { class: "controls" },
      button("Uphill: fool it", step(1)),
      button("Downhill: mend it", step(-1)),
      button("Clear", () => change({ drawing: start.drawing.map(() => 0) })),
      ...elementsOf(choices),
      ...copyLink(name, () => ({ drawing: written(live.state.drawing), digit: live.state.digit })),
    ),
    make(
      "div",
      { class: "controls", role: "group", "aria-label": "Start from an example" },
      make("span", { class: "hint" }, "start from an example:"),
      ...examples.map(({ drawing, digit }) =>
        button(`${digit}`, () => change({ drawing: read(drawing), digit })),
      ),
    ),
  );
  const paintParts = paintAll([...parts, ...choices]);
  return {
    element,
    paint() {
      now = readDrawing(live.state);
      paintParts(now);
      write(said, {}, answer(now));
      write(cost, {}, ` If it is a ${now.state.digit}, the loss is L = `);
      write(loss, { "data-value": now.loss }, format(now.loss));
      tell(strongest, pixelSentence(now, "Strongest", now.strongest));
      tell(chosen, pixelSentence(now, "Chosen", now.state.chosen));
    },
    open: () =>
      obeyLinks(element, name, (fields) => {
        const drawing = read(fields.get("drawing")) ?? start.drawing;
        const digit = Number(fields.get("digit") ?? start.digit);
        change({ ...start, drawing, digit: digit in now.p ? digit : start.digit });
      }),
  };
}

/** A button that turns a part of the state on and off. */
function pressed(text, name, live) {
  const element = button(text, () => live.change({ [name]: !live.state[name] }));
  return { element, paint: ({ state }) => write(element, { "aria-pressed": state[name] }) };
}
