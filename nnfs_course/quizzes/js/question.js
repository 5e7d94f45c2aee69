/** One question. Each choice that is picked says why it is right or wrong. */
import { button, make, write } from "../../page/js/elements.js";
import { prose } from "./prose.js";
import { load, store } from "./storage.js";

/**
 * @param {import("./answers.js").Question} question
 * @param {number} number
 */
export function drawQuestion(question, number) {
  const { id, code, lines, chapter } = question;
  const rows = question.choices.map((choice, place) => drawChoice(question, choice, place));
  const element = make(
    "fieldset",
    { "data-question": id },
    make("legend", {}, `${number}. `, ...prose(question.text)),
  );
  if (chapter) element.append(make("p", { class: "note" }, `From chapter ${chapter}.`));
  if (code) element.append(make("pre", { tabindex: "0" }, make("code", {}, code)));
  const kind = lines ? "choices lines" : "choices";
  element.append(make("ul", { class: kind }, ...rows.map((row) => row.element)));
  const paint = (saved) => rows.forEach((row) => row.paint(saved.picks[id] ?? []));
  return { element, paint };
}

function drawChoice({ id, lines }, choice, place) {
  const mark = make("span", { class: "tick" });
  const text = lines ? [make("code", {}, choice.text)] : prose(choice.text);
  const answer = button([mark, make("span", {}, ...text)], () => {
    const saved = load();
    const picks = saved.picks[id] ?? [];
    if (picks.includes(place)) return;
    saved.picks[id] = [...picks, place];
    store(saved);
  });
  const why = make("p", { class: "why", role: "status" });
  const verdict = choice.right ? "Right. " : lines ? "Not this one. " : "Not so. ";

  const paint = (picks) => {
    const picked = picks.includes(place);
    const state = picked ? String(choice.right) : "";
    if (answer.dataset.answer === state) return;
    write(answer, { "data-answer": state, "aria-pressed": picked });
    mark.textContent = picked ? (choice.right ? "✓" : "✗") : "";
    why.replaceChildren(...(picked ? [make("strong", {}, verdict), ...prose(choice.why)] : []));
  };
  return { element: make("li", {}, answer, why), paint };
}
