/**
 * What a reader has answered and done, and how it is counted. Pure.
 *
 * @typedef {{text: string, why: string, right: boolean}} Choice
 * @typedef {{id: string, text: string, code: string, lines: boolean,
 *   chapter: number, choices: Choice[]}} Question
 * @typedef {{chapter: number, title: string, about: string, page: string,
 *   questions: Question[], exercises: {name: string, title: string}[],
 *   opening: string[], predictions: string[], orderings: string[]}} Chapter
 *   the last three: by their ids alone
 * @typedef {{picks: Record<string, number[]>, answers: Record<string, string>,
 *   done: Record<string, true>}} Saved
 *   picks: the choices of a question, in the order in which they were picked;
 *   answers: to predictions and orderings, "" where it was only shown
 */

/**
 * What was saved. Anything else than we wrote counts as nothing.
 * @param {string | null} text @returns {Saved}
 */
export function parseSaved(text) {
  const saved = { picks: {}, answers: {}, done: {} };
  let found;
  try {
    found = JSON.parse(text);
  } catch {
    return saved;
  }
  for (const [id, picks] of Object.entries(found?.picks ?? {})) {
    if (Array.isArray(picks) && picks.every(Number.isInteger)) saved.picks[id] = picks;
  }
  for (const [id, answer] of Object.entries(found?.answers ?? {})) {
    if (typeof answer === "string") saved.answers[id] = answer;
  }
  for (const [name, done] of Object.entries(found?.done ?? {})) {
    if (done === true) saved.done[name] = true;
  }
  return saved;
}

/**
 * The state of a question: was the right choice picked, and at once?
 * @param {Question} question @param {number[]} picks
 */
export function grade(question, picks = []) {
  const right = question.choices.findIndex((choice) => choice.right);
  return { answered: picks.includes(right), atOnce: picks[0] === right };
}

/** How much of a chapter is done. @param {Chapter} chapter @param {Saved} saved */
export function count(chapter, saved) {
  const grades = chapter.questions.map((q) => grade(q, saved.picks[q.id]));
  const { exercises, predictions } = chapter;
  return {
    questions: grades.length,
    answered: grades.filter((g) => g.answered).length,
    atOnce: grades.filter((g) => g.atOnce).length,
    predictions: predictions.length,
    predicted: predictions.filter((id) => saved.answers[id]).length,
    exercises: exercises.length,
    done: exercises.filter((e) => saved.done[e.name]).length,
  };
}

/**
 * The saved state without these chapters.
 * @param {Saved} saved @param {Chapter[]} chapters @returns {Saved}
 */
export function without(saved, chapters) {
  const gone = new Set(chapters.flatMap((c) => [
    ...c.questions.map((q) => q.id),
    ...c.opening,
    ...c.predictions,
    ...c.orderings,
    ...c.exercises.map((e) => e.name),
  ]));
  const keep = (part) => Object.fromEntries(Object.entries(part).filter(([key]) => !gone.has(key)));
  const { picks, answers, done } = saved;
  return { picks: keep(picks), answers: keep(answers), done: keep(done) };
}
