/**
 * Answers are kept in this browser only, in localStorage under one key.
 */
import { parseSaved } from "./answers.js";

const KEY = "nnfs-course";
const CHANGED = "nnfs-course-changed";
let unsaved = null; // where a browser forbids storage, the page remembers

export function load() {
  try {
    return parseSaved(unsaved ?? localStorage.getItem(KEY));
  } catch {
    return parseSaved(unsaved);
  }
}

/** @param {import("./answers.js").Saved} saved */
export function store(saved) {
  const text = JSON.stringify(saved);
  try {
    localStorage.setItem(KEY, text);
    unsaved = null;
  } catch {
    unsaved = text;
  }
  dispatchEvent(new Event(CHANGED));
}

/** Calls whenever answers may have changed. @returns {() => void} its end */
export function whenStored(call) {
  const events = [
    CHANGED,
    "storage", // another tab
    "pageshow", // back from another page
  ];
  for (const event of events) addEventListener(event, call);
  return () => events.forEach((event) => removeEventListener(event, call));
}
