/**
 * The drawing: a grid of pixels with their ink, and over it the gradient. A pointer draws strokes; arrow keys go from pixel to pixel, the
 * space bar and the digits fill one.
 */
import { make, write } from "../../../page/js/elements.js";
import { paintAll } from "../../../page/js/parts.js";
import { BLACK, SIDE, stroke } from "./ink.js";
import { marks } from "./marks.js";
import { placeOf } from "./told.js";

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const KEYS = "arrow keys move, space fills or empties, 0 to 9 set the ink";

/** @param {any} live @param {(part: object) => void} change */
export function pixels(live, change) {
  const cells = Array.from({ length: SIDE * SIDE }, (_, k) => pixel(k));
  const rows = Array.from({ length: SIDE }, (_, r) =>
    make("div", { role: "row" }, ...cells.slice(r * SIDE, (r + 1) * SIDE).map((c) => c.element)),
  );
  const name = `Drawing, ${SIDE} by ${SIDE} pixels: ${KEYS}`;
  const element = make("div", { class: "pixels", role: "grid", "aria-label": name }, ...rows);

  let pen = null; // where it was, while it is down
  const at = ({ clientX, clientY }) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return [((clientX - left) / width) * SIDE, ((clientY - top) / height) * SIDE];
  };
  const drawTo = (event) => {
    const end = at(event);
    const start = pen ?? end;
    pen = end;
    const [column, row] = end.map((x) => Math.max(0, Math.min(SIDE - 1, Math.floor(x))));
    const { drawing, erase } = live.state;
    change({ drawing: stroke(drawing, start, end, erase), chosen: row * SIDE + column });
  };
  element.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    event.preventDefault(); // no selection, and the focus goes where we say
    element.setPointerCapture(event.pointerId);
    drawTo(event);
    cells[live.state.chosen].element.focus({ preventScroll: true });
  });
  element.addEventListener("pointermove", (event) => pen && drawTo(event));
  element.addEventListener("lostpointercapture", () => (pen = null));

  const fill = (k, ink) => {
    const { drawing } = live.state;
    change({ drawing: drawing.map((old, i) => (i === k ? ink(old) : old)), chosen: k });
  };
  element.addEventListener("keydown", (event) => {
    const { key, ctrlKey, altKey, metaKey } = event;
    const k = live.state.chosen;
    if (ctrlKey || altKey || metaKey) return;
    if (key in ARROWS) {
      const [right, down] = ARROWS[key];
      const [column, row] = [(k % SIDE) + right, Math.floor(k / SIDE) + down];
      if (column in rows && row in rows) change({ chosen: row * SIDE + column });
      cells[live.state.chosen].element.focus();
    } else if (key === " ") fill(k, (old) => (old ? 0 : BLACK));
    else if (/^\d$/.test(key)) fill(k, () => Math.round((key / 9) * BLACK));
    else return;
    event.preventDefault();
  });

  const rings = marks();
  const whole = make("div", { class: "paper" }, element, rings.element);
  return { element: whole, paint: paintAll([...cells, rings]) };
}

/** One pixel: its ink, and its gradient as a number that is not drawn. */
function pixel(k) {
  const node = `x[${k}]`;
  const gradient = make("i", { "data-node": node, "data-kind": "grad", hidden: "" });
  const cell = { class: "pixel", role: "gridcell", "data-node": node, "data-kind": "value" };
  const element = make("div", cell, gradient);
  const paint = (now) => {
    const ink = now.state.drawing[k] / BLACK;
    write(gradient, { "data-value": now.gradient[k] });
    write(element, {
      "data-value": ink,
      style: `--ink-here:${Math.round(100 * ink)}%`,
      tabindex: k === now.state.chosen ? 0 : -1,
      "aria-label": `${placeOf(k)}, ink ${ink.toFixed(2)}`,
    });
  };
  return { element, paint };
}
