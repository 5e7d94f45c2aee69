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
  const { fixed, places } = shape === "leaf" ? leaf(box, text) : operation(text, title);
  const numbers = ["value", "grad"].map((kind) =>
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
    const value = spoken(figure, now, name, "value");
    const gradient = spoken(figure, now, name, "grad");
    write(element, {
      "aria-label": `${name} = ${value}, gradient ${gradient}`,
      "aria-pressed": now.state.selected === name,
    });
  };
  return { element, paint };
}

function leaf([width, height], text) {
  const [left, right] = [8 - width / 2, width / 2 - 8];
  const frame = { x: -width / 2, y: -height / 2, width, height, rx: 10 };
  return {
    fixed: [
      make("rect", frame),
      make("text", { class: "name", x: left, y: -4 }, text),
      make("text", { class: "arrow", x: left, y: 14 }, "◂"),
    ],
    places: { value: { x: right, y: -4 }, grad: { x: right, y: 14 } },
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
