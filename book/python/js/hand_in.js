/** A file to hand in: what is answered, ticked and written in this chapter. */
import { make } from "./make.js";
import { savedText } from "./saved.js";

/** A button that makes the file, named as the page. */
export function handIn() {
  const button = make("button", { type: "button", class: "hand-in" }, "Save to hand in");
  button.addEventListener("click", () => {
    const href = URL.createObjectURL(new Blob([report(...onThisPage())], { type: "text/markdown" }));
    const download = location.pathname.split("/").pop().replace(/\.html$/, ".md");
    make("a", { href, download }).click();
    setTimeout(() => URL.revokeObjectURL(href), 1000);
  });
  return button;
}

/**
 * The file's text, in Markdown. Pure.
 * @param {string} title @param {string} score how many questions are answered
 * @param {{name: string, title: string, done: boolean, text: string | null}[]} exercises
 */
function report(title, score, exercises) {
  const ticks = exercises.map(({ name, title, done }) => `- [${done ? "x" : " "}] ${name}: ${title}`);
  const written = exercises
    .filter(({ text }) => text !== null)
    .map(({ name, text }) => `## ${name}\n\n\`\`\`python\n${text}\n\`\`\``);
  return [`# ${title}`, score, ticks.join("\n"), ...written].join("\n\n") + "\n";
}

function onThisPage() {
  const boxes = [...document.querySelectorAll("[data-quiz] input[data-exercise]")];
  const exercises = boxes.map((box) => ({
    name: box.dataset.exercise,
    title: box.closest("label").textContent.trim(),
    done: box.checked,
    text: savedText(box.dataset.exercise),
  }));
  const score = document.querySelector("[data-quiz] .score");
  const title = document.querySelector("h1").textContent.replace(/#$/, "");
  return [title.trim(), score?.textContent ?? "", exercises];
}
