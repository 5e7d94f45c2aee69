/** A curve that Python has sampled, and the point on it, with its tangent. */
import { make, write } from "../../page/js/elements.js";
import { format } from "./format.js";

const [LEFT, RIGHT, TOP, BOTTOM] = [46, 330, 12, 190];

/**
 * @param {import("./figure.js").Figure} figure
 * @param {{points: number[][], xlabel: string, ylabel: string,
 *   node: string, ends?: [number, number]}} spec
 *   node: what is along x; the root is along y
 */
export function curve({ plan }, { points, xlabel, ylabel, node, ends = [0, 1] }) {
  const ymax = Math.max(...points.map((point) => point[1]));
  const [from, to] = ends;
  const at = (x, y) => [
    LEFT + ((x - from) / (to - from)) * (RIGHT - LEFT),
    BOTTOM - (Math.min(y, ymax) / ymax) * (BOTTOM - TOP),
  ];
  const line = points.map(([x, y]) => at(x, y).join(" ")).join(" L");
  const tangent = make("line", { class: "tangent" });
  const dot = make("circle", { class: "dot", r: 6 });
  const text = (words, kind, x, y) => make("text", { class: kind, x, y }, words);
  const svg = make(
    "svg",
    { viewBox: "0 0 350 232", role: "img" },
    make("path", { class: "axis", d: `M${LEFT} ${TOP} V${BOTTOM} H${RIGHT}` }),
    make("path", { class: "line", d: `M${line}` }),
    tangent,
    dot,
    text(xlabel, "label", (LEFT + RIGHT) / 2, 226),
    text(String(from), "tick", LEFT, 206),
    text(String(to), "tick", RIGHT, 206),
    text("0", "tick end", 34, BOTTOM + 4),
    text(String(Number(ymax.toFixed(2))), "tick end", 34, TOP + 8),
    text(ylabel, "label start", LEFT + 8, TOP + 8),
  );

  const paint = (now) => {
    const i = plan.index[node];
    const hidden = now.hidden(node);
    const [x, y] = [now.x[i], now.x[plan.root]];
    const slope = hidden ? 0 : now.gradient[i];
    const steep = Math.max(1e-9, Math.abs(slope));
    const reach = hidden ? 0 : Math.min(0.18 * (to - from), (0.26 * ymax) / steep);
    const [cx, cy] = at(x, y);
    const down = Math.min(reach, y / steep); // and not below the axis
    const [left, right] = [slope > 0 ? down : reach, slope < 0 ? down : reach];
    const [x1, y1] = at(x - left, y - slope * left);
    const [x2, y2] = at(x + right, y + slope * right);
    write(dot, { cx, cy });
    write(tangent, { x1, y1, x2, y2 });
    write(svg, {
      "aria-label":
        `${ylabel} against ${xlabel}: at ${format(x)} the loss is ${format(y)} ` +
        `and the slope ${hidden ? "hidden" : format(slope, true)}`,
    });
  };
  return { element: make("div", { class: "canvas curve" }, svg), paint };
}
