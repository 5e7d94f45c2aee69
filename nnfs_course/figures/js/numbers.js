/**
 * Places where a number appears.
 *
 * @typedef {import("../../page/js/parts.js").Part} Part
 * @typedef {import("./figure.js").Figure} Figure
 */
import { make, write } from "../../page/js/elements.js";
import { format, signOf } from "./format.js";

/**
 * Is this a gradient, or the value of a number that is another way to one?
 * @param {Figure} figure @param {string} name @param {string} kind
 */
const tellsGradient = ({ plan }, name, kind) =>
  kind === "grad" || (!(name in plan.leaves) && plan.standsFor(name) !== name);

/**
 * Keeps the value or gradient of a node in an element. What is hidden stands
 * nowhere in the page, in no attribute either.
 * @param {Figure} figure @param {Element} element @param {string} name
 * @param {"value" | "grad"} kind
 * @returns {Part}
 */
export function number(figure, element, name, kind) {
  write(element, { "data-node": name, "data-kind": kind });
  const i = figure.plan.index[name];
  const signed = kind === "grad";
  const secret = tellsGradient(figure, name, kind);
  const paint = (now) => {
    if (secret && now.hidden(name)) {
      return write(element, { "data-value": null, "data-sign": signed ? "" : null }, "?");
    }
    const value = (signed ? now.gradient : now.x)[i];
    const attributes = { "data-value": value };
    if (signed) attributes["data-sign"] = signOf(value);
    write(element, attributes, format(value, signed));
  };
  return { element, paint };
}

/**
 * What a screen reader is told of a number.
 * @param {Figure} figure @param {import("./moment.js").Moment} now
 * @param {string} name @param {"value" | "grad"} kind
 */
export function spoken(figure, now, name, kind) {
  if (tellsGradient(figure, name, kind) && now.hidden(name)) return "hidden";
  const i = figure.plan.index[name];
  return kind === "grad" ? format(now.gradient[i], true) : format(now.x[i]);
}

/**
 * Writes a sentence: text, and [number]s in the colour of their sign. Its
 * elements stay as long as its form does.
 * @param {HTMLElement} element @param {import("./words.js").Sentence} sentence
 */
export function tell(element, sentence) {
  const isText = (piece) => typeof piece === "string";
  const form = sentence.map((piece) => (isText(piece) ? "t" : "n")).join("");
  if (element.dataset.form !== form) {
    element.dataset.form = form;
    element.replaceChildren(
      ...sentence.map((piece) =>
        isText(piece) ? document.createTextNode(piece) : make("b"),
      ),
    );
  }
  sentence.forEach((piece, i) => {
    const node = element.childNodes[i];
    if (!isText(piece)) {
      write(node, { "data-sign": signOf(piece[0]) }, format(piece[0], true));
    } else if (node.data !== piece) node.data = piece;
  });
}
