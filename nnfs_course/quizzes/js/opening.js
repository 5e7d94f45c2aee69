/** Questions from earlier chapters, which a chapter opens with. */
import { make, write } from "../../page/js/elements.js";
import { elementsOf, paintAll } from "../../page/js/parts.js";
import { grade } from "./answers.js";
import { drawQuestion } from "./question.js";

/** @param {{chapter: number, questions: import("./answers.js").Question[]}} content */
export function drawOpening({ chapter, questions }) {
  const parts = questions.map((question, i) => drawQuestion(question, i + 1));
  const score = make("p", { class: "score", role: "status" });
  const element = make(
    "section",
    { "data-opening": chapter, "aria-label": "Questions from earlier chapters" },
    ...elementsOf(parts),
    make("footer", {}, score),
  );
  const paintParts = paintAll(parts);
  const paint = (saved) => {
    paintParts(saved);
    const answered = questions.filter((q) => grade(q, saved.picks[q.id]).answered).length;
    write(score, {}, `${answered} of ${questions.length} answered.`);
  };
  return { element, paint };
}
