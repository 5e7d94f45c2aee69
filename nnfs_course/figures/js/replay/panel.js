/** A panel with a log axis upwards and a cursor; curves are drawn on it. */
import { make, write } from "../../../page/js/elements.js";
import { format } from "./words.js";

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [420, 184, 46, 10, 8, 26];

/**
 * @param {string} title
 * @param {{low: number, high: number, ticks: number[]}} upwards
 * @param {{share: (at: number) => number, marks: number[],
 *   name: (at: number) => string | number}} across
 *   share: where it stands, from 0 at the left to 1; name: of a mark
 */
export function panel(title, { low, high, ticks }, { share, marks, name }) {
  const x = (at) => LEFT + share(at) * (WIDTH - LEFT - RIGHT);
  const y = (value) => {
    const up = Math.log(Math.min(high, Math.max(low, value)) / low) / Math.log(high / low);
    return HEIGHT - BOTTOM - up * (HEIGHT - TOP - BOTTOM);
  };
  const across = (kind, at) =>
    make("line", { class: kind, x1: LEFT, x2: WIDTH - RIGHT, y1: at, y2: at });
  const text = (words, at) => make("text", at, words);
  const cursor = make("line", { class: "cursor", y1: TOP, y2: HEIGHT - BOTTOM });
  const svg = make(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": title },
    ...ticks.flatMap((value) => {
      const words = value < 1e-3 ? format(value, 1) : value;
      const tick = text(words, { class: "end", x: LEFT - 6, y: y(value) + 4 });
      return [across("grid", y(value)), tick];
    }),
    ...marks.map((at) => {
      const kind = share(at) === 1 ? "end" : "middle";
      return text(name(at), { class: kind, x: x(at), y: HEIGHT - 9 });
    }),
    across("axis", HEIGHT - BOTTOM),
    cursor,
  );

  /** A path; it breaks where a number is 0 or not finite. */
  function line(places, numbers) {
    let pen = "M";
    return places
      .map((at, i) => {
        if (!(numbers[i] > 0)) return (pen = "M") && "";
        const step = `${pen}${x(at).toFixed(1)} ${y(numbers[i]).toFixed(1)}`;
        pen = "L";
        return step;
      })
      .join("");
  }

  function putCursor(at) {
    const to = x(at).toFixed(1);
    write(cursor, { x1: to, x2: to });
  }

  /** A dot on the curve; a zero stands on the axis, and is hollow. */
  function putDot(dot, at, value) {
    write(dot, {
      cx: x(at).toFixed(1),
      cy: (value > 0 ? y(value) : HEIGHT - BOTTOM).toFixed(1),
      "data-zero": value === 0,
      visibility: value == null ? "hidden" : "visible",
    });
  }

  return { svg, line, putCursor, putDot };
}
