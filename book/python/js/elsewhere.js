/** A copy of the book without Python says how its cells can be run: at the
 * first cell of a page, and at its first exercise. */
import { make } from "./make.js";

export function sayElsewhere() {
  const front = document.querySelector(".navbar-brand")?.href ?? "index.html";
  const href = `${front.split("#")[0]}#how-to-use-this-book`;
  const told = "This copy of the book holds no Python, so its cells do not run here. In Jupyter they do: ";
  const places = ["[data-cell]", "[data-check]"].map((place) => document.querySelector(place));
  for (const cell of new Set(places)) {
    cell?.before(make("p", { class: "cell-note" }, told, make("a", { href }, "How to use this book"), "."));
  }
}
