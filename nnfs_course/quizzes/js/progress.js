/** What is done in all chapters. */
import { make } from "../../page/js/elements.js";
import { count } from "./answers.js";
import { clearer, keptHere } from "./clearer.js";

/** @param {import("./answers.js").Chapter[]} chapters */
export function drawProgress(chapters) {
  const rows = chapters.map(drawRow);
  const titles = ["Chapter", "Questions", "Exercises"].map((title) =>
    make("th", { scope: "col" }, title),
  );
  const head = make("thead", {}, make("tr", {}, ...titles));
  const body = make("tbody", {}, ...rows.map((row) => row.element));
  const clear = clearer("Clear everything", chapters);
  const element = make(
    "section",
    { "data-quiz": "progress", "aria-label": "Your progress" },
    make("table", {}, head, body),
    make("footer", {}, keptHere(), clear),
  );
  return { element, paint: (saved) => rows.forEach((row) => row.paint(saved)) };
}

function drawRow(chapter) {
  const name = `${chapter.chapter}. ${chapter.title}`;
  const quiz = cell(`questions of chapter ${chapter.chapter}`);
  const exercises = cell(`exercises of chapter ${chapter.chapter}`);
  const element = make(
    "tr",
    { "data-chapter": chapter.chapter },
    make("th", { scope: "row" }, name),
    quiz.element,
    exercises.element,
  );
  const paint = (saved) => {
    const counted = count(chapter, saved);
    quiz.fill(counted.answered, counted.questions);
    exercises.fill(counted.done, counted.exercises);
  };
  return { element, paint };
}

function cell(label) {
  const bar = make("progress", { "aria-label": label });
  const text = make("span");
  const fill = (value, of) => {
    Object.assign(bar, { max: Math.max(of, 1), value });
    text.textContent = of && value === of ? `✓ all ${of}` : `${value} of ${of}`;
  };
  return { element: make("td", {}, bar, " ", text), fill };
}
