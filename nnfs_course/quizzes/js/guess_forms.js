/**
 * How a prediction is answered: a number, one of some choices, or entries of a
 * matrix. `read` gives the answer, null if there is none yet; `settle` shows
 * one that was made, or with null makes room for another.
 *
 * @typedef {{element: Element, missing: string, read: () => string | null,
 *   settle: (given: string | null, right: string) => void}} Form
 */
import { button, make, write } from "../../page/js/elements.js";
import { readNumber } from "./guess.js";
import { prose } from "./prose.js";

/** @type {Record<string, (asked: import("./guess.js").Asked) => Form>} */
export const FORMS = { number: numberForm, choice: choiceForm, entries: entriesForm };

/** Marks what is right, and what was picked and is not. */
const mark = (element, isRight, isPicked) =>
  write(element, { "data-answer": isRight ? "true" : isPicked ? "false" : null });

function numberForm() {
  const input = make("input", { "aria-label": "Your answer", autocomplete: "off", size: 8 });
  return {
    element: make("p", {}, input),
    missing: "Type a number first, such as 0.5 or -2.",
    read: () => (Number.isFinite(readNumber(input.value)) ? input.value.trim() : null),
    settle(given) {
      input.value = given ?? "";
      input.parentElement.hidden = given !== null;
    },
  };
}

function choiceForm({ id, options }) {
  const rows = Object.entries(options).map(([key, text]) => {
    const box = make("input", { type: "radio", name: id, value: key });
    const label = make("label", {}, box, make("span", {}, ...prose(text)));
    return { key, box, label };
  });
  return {
    element: make("div", { class: "options" }, ...rows.map((row) => row.label)),
    missing: "Pick one first.",
    read: () => rows.find((row) => row.box.checked)?.key ?? null,
    settle(given, right) {
      for (const { key, box, label } of rows) {
        box.checked = key === given;
        box.disabled = given !== null;
        mark(label, box.disabled && key === right, box.checked);
      }
    },
  };
}

function entriesForm({ matrix, names }) {
  const isPressed = ({ element }) => element.getAttribute("aria-pressed") === "true";
  const press = ({ element }, pressed) => write(element, { "aria-pressed": pressed });
  const entry = (key, label, name) => {
    const element = button(label, () => {
      press(made, !isPressed(made));
      // "none" rules out the others, and they rule out "none".
      for (const other of made === none ? cells : [none]) press(other, false);
    });
    write(element, { "aria-label": name });
    const made = { key, element };
    return made;
  };
  const cells = matrix.flatMap((labels, row) =>
    labels.map((label, column) => {
      const key = `${row},${column}`;
      return entry(key, label, names[key] === label ? label : `${names[key]}: ${label}`);
    }),
  );
  const none = entry("none", "none of them");
  const entries = [...cells, none];
  const style = `--columns: ${matrix[0].length}`;
  const grid = make("div", { class: "entries", style }, ...cells.map(({ element }) => element));
  return {
    element: make("div", {}, grid, make("p", { class: "options" }, none.element)),
    missing: "Mark some first, or press “none of them”.",
    read: () => entries.filter(isPressed).map(({ key }) => key).join(" ") || null,
    settle(given, right) {
      for (const each of entries) {
        const isIn = (answer) => Boolean(answer?.split(" ").includes(each.key));
        press(each, isIn(given));
        each.element.disabled = given !== null;
        mark(each.element, each.element.disabled && isIn(right), isIn(given));
      }
    },
  };
}
