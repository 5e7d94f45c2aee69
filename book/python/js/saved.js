/**
 * What a reader wrote and did stays in this browser: the text of edited cells
 * under a key of its own, and which exercises are done where the quiz keeps it.
 * Where a browser forbids storage, nothing is kept, and nothing fails.
 */
const EDITS = "nnfs-course-cells";
const PROGRESS = "nnfs-course"; // of quiz.js
const PROGRESS_CHANGED = "nnfs-course-changed";

/** @returns {Record<string, any>} what was saved; {} for anything else */
function load(key) {
  try {
    const found = JSON.parse(localStorage.getItem(key));
    return found && typeof found === "object" && !Array.isArray(found) ? found : {};
  } catch {
    return {};
  }
}

function store(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // forbidden, or full: the page itself still has the text
  }
}

/** The saved text of a cell, or null. @param {string} key */
export function savedText(key) {
  const text = load(EDITS)[key];
  return typeof text === "string" ? text : null;
}

/** Save the text of a cell; null forgets it. */
export function saveText(key, text) {
  const { [key]: _, ...others } = load(EDITS);
  store(EDITS, text === null ? others : { ...others, [key]: text });
}

export const isDone = (exercise) => load(PROGRESS).done?.[exercise] === true;

/** Tick an exercise, in the chapter's list and on the first page. */
export function markDone(exercise) {
  const saved = load(PROGRESS);
  store(PROGRESS, { ...saved, done: { ...saved.done, [exercise]: true } });
  window.dispatchEvent(new Event(PROGRESS_CHANGED));
}

/** Hear when the reader ticks or clears something. */
export function whenProgress(listener) {
  window.addEventListener(PROGRESS_CHANGED, listener);
  window.addEventListener("storage", listener); // another tab
}
