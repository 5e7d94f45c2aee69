/**
 * The cells of a page, and what runs after what: an exercise and a reader's own
 * cell after the cells that import and those whose functions it calls, any other
 * cell after all cells above it. Each runs once, unless its reader runs it again.
 */
import { announce, makeCell } from "./cell.js";
import { takeOutput } from "./outputs.js";
import { markDone } from "./saved.js";
import { runInPython, Stopped, stopPython, whenPython } from "./session.js";

const LOST =
  "Stopped. This ended Python, and with it everything that cells had made. " +
  "The next Run starts it again, and runs first what the cell needs.";
const BROKEN =
  "Python could not go on in this page, and was ended. The next Run starts it again. " +
  "If that fails too, run the notebook in Jupyter. What the browser said: ";

/** @type {any[]} */
const cells = [];
const ran = new Map(); // cells, and the text of each that ran in this Python
let front = null; // the cell that the reader asked for
let queue = Promise.resolve();
let stops = 0;

/** Make cells of these elements, in the order of the page. */
export function makeCells(elements) {
  for (const element of elements) cells.push(makeCell(element, { run, stop }));
}

/** The book's text and output in every cell. */
export function resetCells() {
  stop();
  for (const cell of cells) cell.reset();
  announce("every cell is as in the book again");
}

whenPython((state, told, share) => {
  if (state === "off" || state === "failed") ran.clear();
  if (state === "loading") front?.tell(told, share);
  if (state === "running") front?.tell("running");
});

/** The cells that must have run before this one. */
function neededBy(cell) {
  const above = cells.slice(0, cells.indexOf(cell));
  if (cell.role === "imports") return [];
  if (cell.role === "code") return above.filter((c) => c.role === "imports" || c.role === "code");
  const called = above.filter((c) => calls(cell.text, c));
  const needed = new Set(called.flatMap((c) => [...neededBy(c), c]));
  return above.filter((c) => c.role === "imports" || needed.has(c));
}

/** Whether a text calls a function that a cell makes, and not its own. */
function calls(text, cell) {
  if (cell.role !== "code" && !cell.exercise) return false; // a solution
  const code = text.replace(/#.*/g, "");
  return madeIn(cell.text).some(
    (name) => !madeIn(code).includes(name) && new RegExp(`(?<![\\w.])${name}\\s*\\(`).test(code),
  );
}

const madeIn = (text) => [...text.matchAll(/^(?:def|class)\s+(\w+)/gm)].map(([, name]) => name);

/** One after another: what is asked for while something runs, waits. */
function enqueue(cell, work) {
  const mine = stops;
  queue = queue.then(() => mine === stops && work()).catch((error) => console.error(error));
}

function run(cell) {
  if (cell.state === "waiting" || cell.state === "running") return;
  cell.enter("waiting", "waiting");
  enqueue(cell, async () => {
    front = cell;
    // One that was reset since then has to run again.
    const needed = neededBy(cell).filter((c) => !ran.has(c) || (c.state === "stored" && ran.get(c) !== c.text));
    for (const [i, other] of needed.entries()) {
      const told = `running cell ${i + 1} of ${needed.length} above it`;
      cell.tell(told);
      const state = await runOne(other, other.role !== "imports");
      if (state === "done") continue;
      // An exercise may do without: not all above it is for what it calls.
      if (state === "error" && cell.role !== "code" && other.role === "code") continue;
      const why = state === "error" ? `cell ${other.number} above it has an error` : "stopped";
      return cell.finish(cell.text, state, why);
    }
    await runOne(cell);
  });
}

/** Run one cell. Without show only for what it imports: what stands below it
 * stays. Returns the state that it ends in. */
async function runOne(cell, show = true) {
  const { text } = cell;
  const started = performance.now();
  cell.enter("running", "running");
  announce(`${cell.about}: running`);
  const output = takeOutput(cell.output, { alts: cell.alts, verdict: heed });
  try {
    const { ok, line, seconds } = await runInPython(cell.number, text, output.take, show);
    ran.set(cell, text);
    if (!show && ok) {
      cell.settle();
      return "done";
    }
    output.end();
    const told = ok ? `done in ${time(seconds)}` : line ? `error in line ${line}` : "error";
    cell.finish(text, ok ? "done" : "error", told, line);
  } catch (error) {
    const stopped = error instanceof Stopped;
    output.take({ type: "note", text: stopped ? LOST : BROKEN + error.message });
    const told = `stopped after ${time((performance.now() - started) / 1000)}`;
    cell.finish(text, stopped ? "stopped" : "error", stopped ? told : "Python could not go on");
  }
  return cell.state === "edited" ? "done" : cell.state;
}

function stop() {
  stops += 1;
  const waiting = cells.filter((c) => c.state === "waiting");
  stopPython();
  for (const cell of waiting) if (cell.state === "waiting") cell.finish(cell.text, "stopped", "stopped before it ran");
}

/** A right answer that counts is ticked. */
function heed({ exercise, counts }) {
  if (counts) markDone(exercise);
}

const time = (seconds) => {
  if (seconds < 0.1) return `${Math.max(1, Math.round(1000 * seconds))} ms`;
  return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
};
