/** The quiz of a chapter, and its exercises to tick. */
import { make, write } from "../../page/js/elements.js";
import { elementsOf, paintAll } from "../../page/js/parts.js";
import { count } from "./answers.js";
import { clearer, keptHere } from "./clearer.js";
import { handIn } from "./hand_in.js";
import { drawQuestion } from "./question.js";
import { load, store } from "./storage.js";

/** @param {import("./answers.js").Chapter} chapter */
export function drawQuiz(chapter) {
  const parts = chapter.questions.map((question, i) => drawQuestion(question, i + 1));
  if (chapter.exercises.length) parts.push(checklist(chapter));
  const score = make("p", { class: "score", role: "status" });
  const clear = clearer("Clear this chapter", [chapter]);
  const element = make(
    "section",
    { "data-quiz": chapter.chapter, "aria-label": `Quiz of chapter ${chapter.chapter}` },
    ...elementsOf(parts),
    make("footer", {}, score, keptHere(), handIn(chapter), clear),
  );
  const paintParts = paintAll(parts);
  const paint = (saved) => {
    paintParts(saved);
    const { questions, answered, atOnce, predictions, predicted } = count(chapter, saved);
    let told = `${answered} of ${questions} questions answered, ${atOnce} at the first try.`;
    if (predictions) told += ` ${predicted} of ${predictions} predictions made.`;
    write(score, {}, told);
  };
  return { element, paint };
}

function checklist({ exercises }) {
  const boxes = exercises.map(({ name, title }) => {
    const box = make("input", { type: "checkbox", "data-exercise": name });
    box.addEventListener("change", () => {
      const saved = load();
      if (box.checked) saved.done[name] = true;
      else delete saved.done[name];
      store(saved);
    });
    return { name, box, label: make("label", {}, box, " ", title) };
  });
  const element = make(
    "fieldset",
    { class: "checklist" },
    make("legend", {}, "Exercises that you have done"),
    ...boxes.map(({ label }) => label),
  );
  const paint = (saved) => boxes.forEach(({ name, box }) => (box.checked = !!saved.done[name]));
  return { element, paint };
}
