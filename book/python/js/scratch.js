/**
 * A cell for the reader's own ideas, at the end of each chapter. What the
 * chapter imports is there when it runs.
 */
import { handIn } from "./hand_in.js";
import { make } from "./make.js";

const START = "# Everything that this chapter imports is here.\n";

const RESET = "Reset every cell of this chapter";
const SURE = "Really? What you wrote is lost";

/** Add the section, and the button that resets the chapter; returns its cell, or null on a page that is no chapter. */
export function addScratch(resetAll) {
  const last = document.querySelector("article [data-check]");
  const chapter = last && document.querySelector("article > section");
  if (!chapter) return null;
  const pre = make("pre", {}, START);
  const cell = make(
    "div", { class: "cell scratch docutils container", "data-cell": "scratch", "data-role": "scratch" },
    make("div", { class: "cell_input docutils container" },
      make("div", { class: "highlight-ipython3 notranslate" }, make("div", { class: "highlight" }, pre))),
  );
  const clear = make("button", { type: "button", class: "reset-all" }, RESET);
  clear.addEventListener("click", () => {
    if (clear.textContent === RESET) clear.textContent = SURE;
    else {
      clear.textContent = RESET;
      resetAll();
    }
  });
  clear.addEventListener("blur", () => (clear.textContent = RESET));
  const heading = make("h2", {}, "Try something of your own");
  const told = "Change a number, break a rule, train something else. Nothing here can break the book.";
  chapter.append(make("section", { id: "try-something-of-your-own" }, heading, make("p", {}, told), cell, handIn(), clear));
  return cell;
}
