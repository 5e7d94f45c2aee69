/**
 * A text field over coloured text. The field is an ordinary textarea, so undo,
 * selection, a phone's keyboard and a screen reader work as everywhere; its
 * letters are transparent, and the same text lies under it in colours. It is
 * made when a reader turns to the code; until then the code is what it was.
 */
import { coloured } from "./tokens.js";

const LOOK = ["fontFamily", "fontSize", "fontWeight", "lineHeight", "letterSpacing", "padding", "tabSize"];

/**
 * @param {HTMLPreElement} pre the highlighted code
 * @param {{label: string, changed: (text: string) => void, run: () => void}} cell
 */
export function makeEditor(pre, { label, changed, run }) {
  const stored = pre.textContent.replace(/\n$/, "");
  const untouched = [...pre.childNodes];
  let field = null;
  invite();

  /** The code says that it can be edited, and becomes a field on focus. */
  function invite() {
    const attributes = { "data-editor": "", tabindex: "0", role: "textbox", "aria-multiline": "true", "aria-label": label };
    for (const [name, value] of Object.entries(attributes)) pre.setAttribute(name, value);
  }

  function open(place = 0) {
    field = document.createElement("textarea");
    Object.assign(field, { value: pre.textContent.replace(/\n$/, ""), spellcheck: false, wrap: "off", rows: 1 });
    const attributes = {
      "data-editor": "", "aria-label": label, autocapitalize: "off", autocomplete: "off", autocorrect: "off",
      "aria-description": "Shift+Enter runs. Tab leaves.",
    };
    for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value);
    for (const name of ["data-editor", "role", "aria-multiline", "aria-label"]) pre.removeAttribute(name);
    pre.tabIndex = -1;
    const look = getComputedStyle(pre);
    for (const part of LOOK) field.style[part] = look[part]; // letter upon letter
    pre.inert = true; // found once by "find in page", and read once
    pre.after(field);
    pre.parentElement.classList.add("editing");
    field.addEventListener("input", () => {
      paint();
      changed(field.value);
    });
    field.addEventListener("keydown", press);
    paint();
    field.setSelectionRange(place, place);
  }

  function paint(marked = null) {
    const text = field.value;
    // A last empty line has no height of its own.
    pre.replaceChildren(coloured(text + (text === "" || text.endsWith("\n") ? " " : "")));
    mark(marked);
  }

  function press(event) {
    const command = event.ctrlKey || event.metaKey;
    if (event.key === "Enter" && (event.shiftKey || command)) {
      event.preventDefault();
      run();
    } else if (event.key === "Enter" && !event.isComposing && !event.altKey) {
      event.preventDefault();
      insert(`\n${indentation(field.value.slice(0, field.selectionStart))}`);
    } else if (command && (event.key === "]" || event.key === "[")) {
      event.preventDefault();
      shift(event.key === "]");
    }
  }

  /** As if typed, so that undo takes it back. */
  function insert(text) {
    if (!document.execCommand("insertText", false, text)) {
      field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }

  function shift(more) {
    const { value, selectionStart, selectionEnd } = field;
    const from = value.lastIndexOf("\n", selectionStart - 1) + 1;
    const lines = value.slice(from, selectionEnd);
    const moved = more ? lines.replace(/^/gm, "    ") : lines.replace(/^ {1,4}/gm, "");
    field.setSelectionRange(from, selectionEnd);
    insert(moved);
    field.setSelectionRange(from, from + moved.length);
  }

  pre.addEventListener("focus", () => {
    if (field) return;
    open();
    field.focus();
  });
  pre.addEventListener("pointerup", (event) => {
    // A click puts the cursor where it was; a selection is left alone.
    if (field && document.activeElement === field && event.target !== field) place(event);
  });
  pre.addEventListener("mousedown", (event) => {
    if (field || event.button !== 0) return;
    const at = placeOf(pre, event);
    event.preventDefault();
    open(at);
    field.focus();
  });

  /** Mark a line of the code, or none. @param {number | null} line */
  function mark(line) {
    pre.parentElement.querySelector(".marked-line")?.remove();
    if (line === null) return;
    const bar = Object.assign(document.createElement("div"), { className: "marked-line" });
    bar.style.setProperty("--line", line - 1);
    pre.parentElement.append(bar);
  }

  return {
    stored,
    mark,
    get text() {
      return field ? field.value : stored;
    },
    set text(text) {
      if (!field) open();
      field.value = text;
      paint();
    },
    /** The code as it came with the book. */
    reset() {
      if (!field) return;
      const focused = document.activeElement === field;
      field.remove();
      field = null;
      pre.inert = false;
      pre.parentElement.classList.remove("editing");
      pre.replaceChildren(...untouched);
      invite();
      mark(null);
      if (focused) pre.focus();
    },
  };
}

/** The indentation of the line after this text. @param {string} before */
export function indentation(before) {
  const line = before.slice(before.lastIndexOf("\n") + 1);
  const own = /^[ \t]*/.exec(line)[0];
  const code = line.replace(/#.*/, "").trimEnd();
  if (/[:([{]$/.test(code)) return `${own}    `;
  return /^\s*(return|pass|break|continue|raise)\b/.test(code) ? own.slice(4) : own;
}

/** Which character of the code lies under the pointer. */
function placeOf(pre, event) {
  const at = document.caretPositionFromPoint?.(event.clientX, event.clientY);
  const range = at ? null : document.caretRangeFromPoint?.(event.clientX, event.clientY);
  const [node, offset] = at ? [at.offsetNode, at.offset] : [range?.startContainer, range?.startOffset];
  if (!node || !pre.contains(node)) return 0;
  const before = document.createRange();
  before.selectNodeContents(pre);
  before.setEnd(node, offset);
  return before.toString().length;
}
