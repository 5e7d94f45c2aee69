/** The nodes of a graph: leaves are boxes, operations are circles. */
import { make, write } from "../../page/js/elements.js";
import { paintAll } from "../../page/js/parts.js";
import { number, spoken } from "./numbers.js";

/**
 * @param {import("./figure.js").Figure} figure
 * @param {import("./graph.js").Layout} layout
 * @param {{name: string, text: string, shape: string, title?: string}} spec
 */
export function node(figure, { at, box }, { name, text, shape, title }) {
  const [x, y] = at[name];
  const { kinds } = figure.plan;
  const { fixed, places } =
    shape === "leaf" ? leaf(box, text, kinds.length) : operation(text, title);
  const numbers = kinds.map((kind) =>
    number(figure, make("text", { class: kind, ...places[kind] }), name, kind),
  );
  const element = make(
    "g",
    {
      class: `node ${shape}`,
      transform: `translate(${x} ${y})`,
      tabindex: 0,
      role: "button",
    },
    ...fixed,
    ...numbers.map((part) => part.element),
  );
  const select = () => figure.select(name);
  element.addEventListener("click", select);
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    select();
  });
  const paintNumbers = paintAll(numbers);
  const paint = (now) => {
    paintNumbers(now);
    const [value, gradient] = kinds.map((kind) => spoken(figure, now, name, kind));
    write(element, {
      "aria-label": `${name} = ${value}${gradient ? `, gradient ${gradient}` : ""}`,
      "aria-pressed": now.state.selected === name,
    });
  };
  return { element, paint };
}

/** Its value, and below it the gradient, if it shows one. */
function leaf([width, height], text, lines) {
  const [left, right] = [8 - width / 2, width / 2 - 8];
  const top = lines > 1 ? -4 : 5;
  const frame = { x: -width / 2, y: -height / 2, width, height, rx: 10 };
  return {
    fixed: [
      make("rect", frame),
      make("text", { class: "name", x: left, y: top }, text),
      ...(lines > 1 ? [make("text", { class: "arrow", x: left, y: 14 }, "◂")] : []),
    ],
    places: { value: { x: right, y: top }, grad: { x: right, y: 14 } },
  };
}

function operation(text, title) {
  const fixed = [
    make("circle", { r: 18 }),
    make("text", { class: `symbol ${text}`, y: 5 }, text),
  ];
  if (title) fixed.push(make("text", { class: "name", y: -41 }, title));
  return { fixed, places: { value: { y: -24 }, grad: { y: 35 } } };
}
