/**
 * Quizzes and progress: one ES module, no dependency, no request.
 *
 * Python sends the questions. What a reader picks and ticks is kept in this
 * browser only, in localStorage under one key, and "Clear" removes it. The
 * first half of this file is pure; the second half draws.
 *
 * @typedef {{text: string, why: string, right: boolean}} Choice
 * @typedef {{id: string, text: string, code: string, lines: boolean,
 *   choices: Choice[]}} Question
 * @typedef {{chapter: number, title: string, questions: Question[],
 *   exercises: {name: string, title: string}[]}} Chapter
 * @typedef {{picks: Record<string, number[]>, done: Record<string, true>}} Saved
 *   picks: the choices of a question, in the order in which they were picked
 */

// ---------------------------------------------------------------- pure

/** What was saved. Anything else than we wrote counts as nothing.
 * @param {string | null} text @returns {Saved} */
export function parseSaved(text) {
  const saved = { picks: {}, done: {} };
  let found;
  try {
    found = JSON.parse(text);
  } catch {
    return saved;
  }
  for (const [id, picks] of Object.entries(found?.picks ?? {})) {
    if (Array.isArray(picks) && picks.every(Number.isInteger)) saved.picks[id] = picks;
  }
  for (const [name, done] of Object.entries(found?.done ?? {})) {
    if (done === true) saved.done[name] = true;
  }
  return saved;
}

/** The state of a question: was the right choice picked, and at once?
 * @param {Question} question @param {number[]} picks */
export function grade(question, picks = []) {
  const right = question.choices.findIndex((choice) => choice.right);
  return { answered: picks.includes(right), atOnce: picks[0] === right };
}

/** How much of a chapter is done. @param {Chapter} chapter @param {Saved} saved */
export function count(chapter, saved) {
  const grades = chapter.questions.map((q) => grade(q, saved.picks[q.id]));
  return {
    questions: grades.length,
    answered: grades.filter((g) => g.answered).length,
    atOnce: grades.filter((g) => g.atOnce).length,
    exercises: chapter.exercises.length,
    done: chapter.exercises.filter((e) => saved.done[e.name]).length,
  };
}

/** The saved state without these chapters. @param {Saved} saved
 * @param {Chapter[]} chapters @returns {Saved} */
export function without(saved, chapters) {
  const gone = new Set(chapters.flatMap((c) => [
    ...c.questions.map((q) => q.id),
    ...c.exercises.map((e) => e.name),
  ]));
  const keep = (part) => Object.fromEntries(Object.entries(part).filter(([key]) => !gone.has(key)));
  return { picks: keep(saved.picks), done: keep(saved.done) };
}

// ---------------------------------------------------------------- storage

const KEY = "nnfs-course";
const CHANGED = "nnfs-course-changed";
let unsaved = null; // where a browser forbids storage, the page remembers

function load() {
  try {
    return parseSaved(unsaved ?? localStorage.getItem(KEY));
  } catch {
    return parseSaved(unsaved);
  }
}

/** @param {Saved} saved */
function store(saved) {
  const text = JSON.stringify(saved);
  try {
    localStorage.setItem(KEY, text);
    unsaved = null;
  } catch {
    unsaved = text;
  }
  window.dispatchEvent(new Event(CHANGED));
}

// ---------------------------------------------------------------- drawing

/** @param {string} tag @param {object} attributes @param {...any} children */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Text with `code` in its own element. @param {string} text */
const prose = (text) =>
  text.split("`").map((part, i) => (i % 2 ? make("code", {}, part) : part));

function button(children, action) {
  const element = make("button", { type: "button" }, ...children);
  element.addEventListener("click", action);
  return element;
}

/** One question. Returns its element, and what repaints it.
 * @param {Question} question @param {number} number */
function draw(question, number) {
  const rows = question.choices.map((choice, place) => {
    const mark = make("span", { class: "tick" });
    const text = question.lines ? [make("code", {}, choice.text)] : prose(choice.text);
    const answer = button([mark, make("span", {}, ...text)], () => {
      const saved = load();
      const picks = saved.picks[question.id] ?? [];
      if (picks.includes(place)) return;
      saved.picks[question.id] = [...picks, place];
      store(saved);
    });
    const why = make("p", { class: "why", role: "status" });
    return { choice, place, mark, answer, why, item: make("li", {}, answer, why) };
  });
  const legend = make("legend", {}, `${number}. `, ...prose(question.text));
  const kind = question.lines ? "choices lines" : "choices";
  const element = make("fieldset", { "data-question": question.id }, legend);
  if (question.code) element.append(make("pre", { tabindex: "0" }, make("code", {}, question.code)));
  element.append(make("ul", { class: kind }, ...rows.map((row) => row.item)));

  function paint(saved) {
    const picks = saved.picks[question.id] ?? [];
    for (const { choice, place, mark, answer, why } of rows) {
      const picked = picks.includes(place);
      if (answer.dataset.answer === (picked ? String(choice.right) : "")) continue;
      answer.dataset.answer = picked ? String(choice.right) : "";
      answer.setAttribute("aria-pressed", String(picked));
      mark.textContent = picked ? (choice.right ? "✓" : "✗") : "";
      const verdict = choice.right ? "Right. " : question.lines ? "Not this one. " : "Not so. ";
      why.replaceChildren(...(picked ? [make("strong", {}, verdict), ...prose(choice.why)] : []));
    }
  }
  return { element, paint };
}

/** The exercises of a chapter, to tick. @param {Chapter} chapter */
function checklist(chapter) {
  const boxes = chapter.exercises.map(({ name, title }) => {
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
    "fieldset", { class: "checklist" },
    make("legend", {}, "Exercises that you have done"),
    ...boxes.map(({ label }) => label),
  );
  const paint = (saved) => boxes.forEach(({ name, box }) => (box.checked = !!saved.done[name]));
  return { element, paint };
}

const KEPT = "Kept in this browser only.";

/** A button that asks once more before it clears. */
function clearer(label, chapters) {
  const element = button([label], () => {
    if (element.textContent === label) {
      element.textContent = "Really clear?";
      return;
    }
    element.textContent = label;
    store(without(load(), chapters));
  });
  element.addEventListener("blur", () => (element.textContent = label));
  return element;
}

/** @param {Chapter} chapter */
function drawQuiz(chapter) {
  const score = make("p", { class: "score", role: "status" });
  const parts = chapter.questions.map((question, i) => draw(question, i + 1));
  if (chapter.exercises.length) parts.push(checklist(chapter));
  const clear = clearer("Clear this chapter", [chapter]);
  const foot = make("footer", {}, score, make("p", { class: "note" }, KEPT), clear);
  const root = make(
    "section", { "data-quiz": chapter.chapter, "aria-label": `Quiz of chapter ${chapter.chapter}` },
    ...parts.map((part) => part.element), foot,
  );
  return {
    root,
    paint(saved) {
      parts.forEach((part) => part.paint(saved));
      const { questions, answered, atOnce } = count(chapter, saved);
      const told = `${answered} of ${questions} questions answered, ${atOnce} at the first try.`;
      if (score.textContent !== told) score.textContent = told;
    },
  };
}

/** @param {Chapter[]} chapters */
function drawProgress(chapters) {
  const rows = chapters.map((chapter) => {
    const cell = (what) => {
      const bar = make("progress", { "aria-label": `${what} of chapter ${chapter.chapter}` });
      const text = make("span");
      return { bar, text, element: make("td", {}, bar, " ", text) };
    };
    const [quiz, exercises] = [cell("questions"), cell("exercises")];
    const name = make("th", { scope: "row" }, `${chapter.chapter}. ${chapter.title}`);
    const row = make("tr", { "data-chapter": chapter.chapter }, name, quiz.element, exercises.element);
    return { chapter, quiz, exercises, row };
  });
  const titles = ["Chapter", "Questions", "Exercises"].map((t) => make("th", { scope: "col" }, t));
  const clear = clearer("Clear everything", chapters);
  const root = make(
    "section", { "data-quiz": "progress", "aria-label": "Your progress" },
    make("table", {}, make("thead", {}, make("tr", {}, ...titles)),
      make("tbody", {}, ...rows.map(({ row }) => row))),
    make("footer", {}, make("p", { class: "note" }, KEPT), clear),
  );
  const fill = ({ bar, text }, value, of) => {
    Object.assign(bar, { max: Math.max(of, 1), value });
    text.textContent = of && value === of ? `✓ all ${of}` : `${value} of ${of}`;
  };
  return {
    root,
    paint(saved) {
      for (const { chapter, quiz, exercises } of rows) {
        const counted = count(chapter, saved);
        fill(quiz, counted.answered, counted.questions);
        fill(exercises, counted.done, counted.exercises);
      }
    },
  };
}

/** The front-end module interface of anywidget: model and element in, cleanup
 * out. @param {{model: any, el: HTMLElement}} context */
function render({ model, el }) {
  const chapters = model.get("chapters");
  const { root, paint } =
    model.get("kind") === "quiz" ? drawQuiz(chapters[0]) : drawProgress(chapters);
  root.classList.add("nnfs-quiz");
  const repaint = () => paint(load());
  /** What this kernel's `check` found right is ticked. */
  const takeDone = () => {
    const saved = load();
    const news = (model.get("done") ?? []).filter((name) => !saved.done[name]);
    if (!news.length) return;
    for (const name of news) saved.done[name] = true;
    store(saved);
  };
  window.addEventListener(CHANGED, repaint);
  window.addEventListener("storage", repaint); // another tab
  window.addEventListener("pageshow", repaint); // back from another page
  model.on("change:done", takeDone);
  takeDone();
  repaint();
  el.append(root);
  root.dataset.ready = "true";
  return () => {
    window.removeEventListener(CHANGED, repaint);
    window.removeEventListener("storage", repaint);
    window.removeEventListener("pageshow", repaint);
    model.off("change:done", takeDone);
  };
}

export default { render };
