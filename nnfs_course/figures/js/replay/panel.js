/** A panel with log axes and a cursor; curves are drawn on it. */
import { make, write } from "../../../page/js/elements.js";
import { format } from "./words.js";

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [420, 184, 46, 10, 8, 26];

/**
 * @param {string} title
 * @param {{low: number, high: number, ticks: number[]}} upwards
 * @param {{last: number, epochs: number[]}} across
 */
export function panel(title, { low, high, ticks }, { last, epochs }) {
  const x = (epoch) => LEFT + (Math.log1p(epoch) / Math.log1p(last)) * (WIDTH - LEFT - RIGHT);
  const y = (value) => {
    const share = Math.log(Math.min(high, Math.max(low, value)) / low) / Math.log(high / low);
    return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
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
    ...epochs.map((epoch) => {
      const kind = epoch === last ? "end" : "middle";
      return text(epoch, { class: kind, x: x(epoch), y: HEIGHT - 9 });
    }),
    across("axis", HEIGHT - BOTTOM),
    cursor,
  );

  /** A path; it breaks where a number is 0 or not finite. */
  function line(at, numbers) {
    let pen = "M";
    return at
      .map((epoch, i) => {
        if (!(numbers[i] > 0)) return (pen = "M") && "";
        const step = `${pen}${x(epoch).toFixed(1)} ${y(numbers[i]).toFixed(1)}`;
        pen = "L";
        return step;
      })
      .join("");
  }

  function putCursor(epoch) {
    const at = x(epoch).toFixed(1);
    write(cursor, { x1: at, x2: at });
  }

  /** A dot on the curve; a zero stands on the axis, and is hollow. */
  function putDot(dot, epoch, value) {
    write(dot, {
      cx: x(epoch).toFixed(1),
      cy: (value > 0 ? y(value) : HEIGHT - BOTTOM).toFixed(1),
      "data-zero": value === 0,
      visibility: value == null ? "hidden" : "visible",
    });
  }

  return { svg, line, putCursor, putDot };
}
