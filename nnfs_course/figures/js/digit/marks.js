/**
 * The gradient over the drawing: on each pixel a ring with a plus or a minus,
 * the larger the stronger; a small empty ring where it is exactly 0. All rings
 * of a sign are one path: 64 elements would take a phone too long to restyle.
 */
import { make, write } from "../../../page/js/elements.js";
import { signOf } from "../format.js";
import { SIDE } from "./ink.js";

const LARGEST = 0.42; // radius, in pixels of the drawing

/** @param {number} k @param {number} r @param {string} sign */
function ring(k, r, sign) {
  const [x, y, arm] = [(k % SIDE) + 0.5, Math.floor(k / SIDE) + 0.5, 0.6 * r];
  const arc = `a${r} ${r} 0 1 0 `;
  const minus = sign === "zero" ? "" : `M${x - arm} ${y}h${2 * arm}`;
  const plus = sign === "positive" ? `M${x} ${y - arm}v${2 * arm}` : "";
  return `M${x - r} ${y}${arc}${2 * r} 0${arc}${-2 * r} 0${minus}${plus}`;
}

export function marks() {
  const paths = ["positive", "negative", "zero"].map((sign) =>
    make("path", { "data-sign": sign }),
  );
  const view = { class: "marks", viewBox: `0 0 ${SIDE} ${SIDE}`, "aria-hidden": "true" };
  const element = make("svg", view, ...paths);
  const paint = ({ state, gradient, strongest }) => {
    element.style.display = state.marks ? "" : "none";
    const top = Math.abs(gradient[strongest]);
    const d = { positive: "", negative: "", zero: "" };
    gradient.forEach((slope, k) => {
      const sign = signOf(slope);
      const share = slope ? Math.sqrt(Math.abs(slope) / top) : 0.25;
      d[sign] += ring(k, Number((LARGEST * share).toFixed(3)), sign);
    });
    for (const path of paths) write(path, { d: d[path.dataset.sign] });
  };
  return { element, paint };
}
