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
  const entries = matrix.flatMap((labels, row) =>
    labels.map((label, column) => {
      const key = `${row},${column}`;
      const name = names[key] === label ? label : `${names[key]}: ${label}`;
      const element = button(label, () => {
        press(element, !isPressed(element));
        press(none, false);
      });
      write(element, { "data-entry": key, "aria-label": name });
      return { key, element };
    }),
  );
  const isPressed = (element) => element.getAttribute("aria-pressed") === "true";
  const press = (element, pressed) => write(element, { "aria-pressed": pressed });
  // Also this is an answer, and not what is left when nothing was touched.
  const none = button("none of them", () => {
    press(none, !isPressed(none));
    for (const { element } of entries) press(element, false);
  });
  write(none, { "data-entry": "none" });
  const grid = make("div", { class: "entries" }, ...entries.map((entry) => entry.element));
  grid.style.setProperty("--columns", matrix[0].length);
  return {
    element: make("div", {}, grid, make("p", { class: "options" }, none)),
    missing: "Mark entries first, or press “none of them”.",
    read() {
      const picked = entries.filter((entry) => isPressed(entry.element));
      return picked.map((entry) => entry.key).join(" ") || (isPressed(none) ? "none" : null);
    },
    settle(given, right) {
      for (const { key, element } of [...entries, { key: "none", element: none }]) {
        const isIn = (answer) => Boolean(answer?.split(" ").includes(key));
        press(element, isIn(given));
        element.disabled = given !== null;
        mark(element, element.disabled && isIn(right), isIn(given));
      }
    },
  };
}
