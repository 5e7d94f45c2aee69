/**
 * One code cell of a page: its bar with buttons, its editor, its output, and
 * the state it is in. What it runs, and after which cells, is told by cells.js.
 *
 * States: stored (the book's text and output), edited (another text than the
 * output shown belongs to), waiting, running, done, error, stopped.
 */
import { makeEditor } from "./editor.js";
import { make } from "./make.js";
import { isDone, savedText, saveText, whenProgress } from "./saved.js";

const REDRAWN = "Drawn by the changed cell. Before the change:";
const STALE = "Output of the text before your change:";

/** Tell a screen reader. One region for the page, so that nothing is cut off. */
const region = make("div", { role: "status", class: "visually-hidden" });
export const announce = (text) => (region.textContent = text);

/** Where the text of a cell is saved: by its exercise, else by its own text,
 * so that an edit is not put into a cell that the book has changed. */
function keyOf(exercise, stored) {
  const page = location.pathname.split("/").pop();
  const hash = [...stored].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) | 0, 7);
  return exercise || `${page} ${hash}`;
}

/**
 * @param {HTMLElement} element
 * @param {{run: (cell: any) => void, stop: () => void}} does
 */
export function makeCell(element, does) {
  const { cell: number, role, check: exercise } = element.dataset;
  const about = exercise ? `exercise ${exercise}` : number === "scratch" ? "your own cell" : `cell ${number}`;
  const input = element.querySelector(".cell_input");
  const pre = input.querySelector("pre");
  const output = element.querySelector(".cell_output") ?? input.parentElement.appendChild(make("div", { class: "cell_output docutils container" }));
  output.dataset.output = "";
  const storedOutput = [...output.childNodes];
  const alts = [...output.querySelectorAll("img")].map((img) => img.alt);

  const name = make("strong", { class: "cell-name" });
  const status = make("span", { class: "cell-status" });
  const progress = make("progress", { "aria-label": "reading Python", max: "1" });
  const button = (kind, text, action) => {
    const made = make("button", { type: "button", [`data-${kind}`]: "", "aria-label": `${text.slice(2)} ${about}` }, text);
    made.addEventListener("click", action);
    return made;
  };
  const buttons = {
    run: button("run", "▶ Run", () => does.run(cell)),
    stop: button("stop", "■ Stop", () => does.stop()),
    reset: button("reset", "↺ Reset", () => {
      reset();
      buttons.run.focus();
      announce(`${about}: as in the book again`);
    }),
  };
  const bar = make("div", { class: "cell-bar" }, name, status, progress, ...Object.values(buttons));
  input.prepend(bar);
  const stale = make("p", { class: "cell-stale" }, STALE);
  output.before(stale);

  const editor = makeEditor(pre, { label: `Code of ${about}`, changed: edited, run: () => does.run(cell) });
  const key = keyOf(exercise, editor.stored);
  const asStored = { text: editor.stored, state: "stored", told: "" };
  let shown = asStored; // what the output belongs to

  const cell = {
    number, role, exercise, output,
    get text() {
      return editor.text;
    },
    get state() {
      return element.dataset.state;
    },
    /** What the stored pictures show; of other code that tells less. */
    get alts() {
      return editor.text === editor.stored ? alts : alts.map((alt) => `${REDRAWN} ${alt}`);
    },
    enter,
    /** A sentence in the bar, and a bar while there is something to read. */
    tell(text, share = null) {
      status.textContent = text;
      progress.hidden = share === null;
      progress.value = share ?? 0;
    },
    /** What came of a run of this text. */
    finish(text, state, told, line = null) {
      shown = { text, state, told };
      settle();
      editor.mark(state === "error" && editor.text === text ? line : null);
      announce(`${about}: ${told}`);
    },
    settle,
    reset,
    about,
  };

  function edited(text) {
    const kept = text === editor.stored ? null : text;
    saveText(key, kept);
    if (cell.state !== "waiting" && cell.state !== "running") settle();
  }

  /** Out of a run, or an edit: the state that the text has now. */
  function settle() {
    editor.mark(null);
    if (editor.text === shown.text) enter(shown.state, shown.told);
    else enter("edited", "changed, not run");
  }

  function enter(state, told = "") {
    element.dataset.state = state;
    const busy = state === "waiting" || state === "running";
    const focused = bar.contains(document.activeElement);
    buttons.run.hidden = busy;
    buttons.stop.hidden = !busy;
    buttons.reset.hidden = busy || (state === "stored" && editor.text === editor.stored);
    stale.hidden = state !== "edited" || !output.childNodes.length;
    if (focused && !bar.contains(document.activeElement)) (busy ? buttons.stop : buttons.run).focus();
    cell.tell(told || (state === "stored" && exercise ? "edit, then run" : ""));
  }

  function reset() {
    editor.reset();
    saveText(key, null);
    output.dispatchEvent(new Event("replaced"));
    output.replaceChildren(...storedOutput);
    shown = asStored;
    enter("stored");
  }

  function paintName() {
    const done = exercise && isDone(exercise);
    name.textContent = exercise ? `${done ? "✓ " : ""}Exercise · ${exercise}` : number === "scratch" ? "Your own cell" : "";
    name.classList.toggle("done", Boolean(done));
  }

  if (!region.isConnected) document.body.append(region);
  whenProgress(paintName);
  paintName();
  enter("stored");
  const before = savedText(key);
  if (before !== null) {
    editor.text = before;
    edited(before);
    cell.tell("yours, from before; not run yet");
  }
  return cell;
}
