/** A prediction: committed first, and then answered. */
import { button, make, write } from "../../page/js/elements.js";
import { isAnswer, judge, sayAnswer } from "./guess.js";
import { FORMS } from "./guess_forms.js";
import { hidden } from "./hidden.js";
import { prose } from "./prose.js";
import { load, store } from "./storage.js";

/** @param {import("./guess.js").Asked} asked */
export function drawPrediction(asked) {
  const { id, name, answer } = asked;
  const form = FORMS[asked.kind](asked);
  const result = make("div", { class: "result", role: "status", tabindex: "-1" });
  const settle = (given) => {
    const saved = load();
    saved.answers[id] = given;
    store(saved);
  };
  const commit = button("Commit", () => {
    const given = form.read();
    if (given === null) return result.replaceChildren(make("p", {}, form.missing));
    settle(given);
    result.focus();
  });
  const show = button("Show me", () => {
    settle("");
    result.focus();
  });
  write(commit, { "data-commit": "" });
  write(show, { "data-show": "" });
  const buttons = make("p", { class: "buttons" }, commit, show);
  form.element.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.localName === "input") commit.click();
  });
  const element = make(
    "fieldset",
    { "data-prediction": name },
    make("legend", {}, make("strong", {}, "Predict. "), ...prose(asked.text)),
    form.element,
    buttons,
    result,
  );
  const after = hidden(name, () => settle(""));

  let painted;
  const paint = (saved) => {
    const found = saved.answers[id] ?? null;
    const given = !found || isAnswer(asked, found) ? found : null;
    if (given === painted) return;
    painted = given;
    write(element, { "data-answered": Boolean(given), "data-shown": given !== null });
    form.settle(given, answer);
    buttons.hidden = given !== null;
    result.replaceChildren(...(given === null ? [] : told(asked, given)));
    after.open(given !== null);
  };
  return { element, paint, close: after.close };
}

/** Yours and what it would mean, then the right one. */
function told(asked, given) {
  const say = (before, text) => make("p", {}, ...before, " ", ...prose(text));
  const strong = (text) => make("strong", {}, text);
  const is = ["It is ", ...prose(sayAnswer(asked, asked.answer)), "."];
  if (!given) return [say(is, asked.why)];
  const { right, means } = judge(asked, given);
  if (right) return [say([strong("Right. "), ...is], asked.why)];
  const yours = [strong("Not so. "), "You said ", ...prose(sayAnswer(asked, given)), "."];
  return [say(yours, means), say(is, asked.why)];
}
