/** A file to hand in: what is answered and done in a chapter, and how. */
import { button } from "../../page/js/elements.js";
import { count } from "./answers.js";
import { load } from "./storage.js";

const EDITS = "nnfs-course-cells"; // where the page keeps the text of cells

/** A button that makes the file. @param {import("./answers.js").Chapter} chapter */
export const handIn = (chapter) =>
  button("Save to hand in", () => {
    const text = report(chapter, load(), edits());
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/markdown" }));
    link.download = `${chapter.page}.md`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });

/**
 * The file's text: Markdown, made of what this browser has kept. Pure.
 * @param {import("./answers.js").Chapter} chapter
 * @param {import("./answers.js").Saved} saved
 * @param {Record<string, string>} edits the text of each cell that was changed
 */
export function report(chapter, saved, edits) {
  const { answered, questions, atOnce, predicted, predictions } = count(chapter, saved);
  const ticks = chapter.exercises.map(({ name, title }) => `- [${saved.done[name] ? "x" : " "}] ${name}: ${title}`);
  const written = chapter.exercises.flatMap(({ name }) => {
    const mine = edits[name]; // the page keeps an exercise's cell by its name
    return typeof mine === "string" ? [`## ${name}`, "```python\n" + mine + "\n```"] : [];
  });
  return [
    `# ${chapter.chapter}. ${chapter.title}`,
    `${answered} of ${questions} questions answered, ${atOnce} at the first try. ${predicted} of ${predictions} predictions made.`,
    ticks.join("\n"),
    ...written,
    "",
  ].join("\n\n");
}

function edits() {
  try {
    return JSON.parse(localStorage.getItem(EDITS)) ?? {};
  } catch {
    return {};
  }
}
