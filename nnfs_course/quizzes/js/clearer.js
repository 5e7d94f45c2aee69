/** A button that clears answers, and asks once more before it does. */
import { button, make } from "../../page/js/elements.js";
import { without } from "./answers.js";
import { load, store } from "./storage.js";

export const keptHere = () => make("p", { class: "note" }, "Kept in this browser only.");

/** @param {string} label @param {import("./answers.js").Chapter[]} chapters */
export function clearer(label, chapters) {
  const element = button(label, () => {
    if (element.textContent === label) {
      element.textContent = "Really clear?";
      return;
    }
    element.textContent = label;
    store(without(load(), chapters));
  });
  element.addEventListener("blur", () => (element.textContent = label));
  return element;
}
