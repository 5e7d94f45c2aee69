/** What is done in all chapters. */
import { make } from "../../page/js/elements.js";
import { count } from "./answers.js";
import { clearer, keptHere } from "./clearer.js";
import { prose } from "./prose.js";

/** @param {import("./answers.js").Chapter[]} chapters */
export function drawProgress(chapters) {
  const rows = chapters.map(drawRows);
  const titles = ["Chapter", "Questions", "Exercises", "Predictions"].map((title) =>
    make("th", { scope: "col" }, title),
  );
  const head = make("thead", {}, make("tr", {}, ...titles));
  const clear = clearer("Clear everything", chapters);
  const element = make(
    "section",
    { "data-quiz": "progress", "aria-label": "Your progress" },
    make("table", {}, head, ...rows.map((row) => row.element)),
    make("footer", {}, keptHere(), clear),
  );
  return { element, paint: (saved) => rows.forEach((row) => row.paint(saved)) };
}

/** A built page links to pages, a notebook to notebooks. */
const ending = () => ("content_root" in document.documentElement.dataset ? "html" : "ipynb");

/** What is done in a chapter, and below it what the chapter is about. */
function drawRows(chapter) {
  const { chapter: number, title, about, page } = chapter;
  const link = make("a", { href: `${page}.${ending()}` }, title);
  const cells = ["questions", "exercises", "predictions"].map((what) =>
    cell(`${what} of chapter ${number}`),
  );
  const element = make(
    "tbody",
    {},
    make(
      "tr",
      { "data-chapter": number },
      make("th", { scope: "row" }, `${number}. `, link),
      ...cells.map((each) => each.element),
    ),
    make("tr", {}, make("td", { colspan: 4 }, ...prose(about))),
  );
  const paint = (saved) => {
    const counted = count(chapter, saved);
    const { answered, questions, done, exercises, predicted, predictions } = counted;
    const fills = [[answered, questions], [done, exercises], [predicted, predictions]];
    fills.forEach(([value, of], place) => cells[place].fill(value, of));
  };
  return { element, paint };
}

function cell(label) {
  const bar = make("progress", { "aria-label": label });
  const text = make("span");
  const fill = (value, of) => {
    Object.assign(bar, { max: Math.max(of, 1), value });
    text.textContent = !of ? "none" : value === of ? `✓ all ${of}` : `${value} of ${of}`;
  };
  return { element: make("td", {}, bar, " ", text), fill };
}
