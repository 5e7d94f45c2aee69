/** A copy of the book without Python says how its cells can be run. */
import { make } from "./make.js";

export function sayElsewhere() {
  const first = document.querySelector("[data-check]");
  if (!first) return;
  const front = document.querySelector(".navbar-brand")?.href ?? "index.html";
  const link = make("a", { href: `${front.split("#")[0]}#how-to-use-this-book` }, "How to use this book");
  const told = "This copy of the book holds no Python, so its cells do not run here. In Jupyter they do: ";
  first.before(make("p", { class: "cell-note" }, told, link, "."));
}
