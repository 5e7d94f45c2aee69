/**
 * A text field over coloured text. The field is an ordinary textarea, so undo,
 * selection, a phone's keyboard and a screen reader work as everywhere; its
 * letters are transparent, and the same text lies under it in colours. It is
 * made when a reader turns to the code; until then the code is what it was.
 */
import { make } from "./make.js";
import { coloured } from "./tokens.js";

const LOOK = ["fontFamily", "fontSize", "fontWeight", "lineHeight", "letterSpacing", "padding", "tabSize"];
const LONG = 20_000; // a longer text stays without colours: a key must not wait for them
const OWN = "data-editor tabindex role aria-multiline aria-label".split(" ");

/**
 * @param {HTMLPreElement} pre the highlighted code
 * @param {{label: string, changed: (text: string) => void, run: () => void}} cell
 */
export function makeEditor(pre, { label, changed, run }) {
  const stored = pre.textContent.replace(/\n$/, "");
  const untouched = [...pre.childNodes];
  const place = make("div", { class: "cell-code" });
  pre.replaceWith(place);
  place.append(pre);
  let field = null;
  invite();

  /** The code says that it can be edited, and becomes a field on focus. */
  function invite() {
    ["", "0", "textbox", "true", label].forEach((value, i) => place.setAttribute(OWN[i], value));
  }

  function open(cursor = 0) {
    field = make("textarea", {
      "data-editor": "", "aria-label": label, "aria-description": "Shift+Enter runs. Tab leaves.",
      autocapitalize: "off", autocomplete: "off", autocorrect: "off", spellcheck: "false", wrap: "off", rows: "1",
    });
    field.value = stored;
    for (const name of OWN) place.removeAttribute(name);
    pre.inert = true; // found once by "find in page", and read once
    place.append(field);
    place.classList.add("editing");
    const look = getComputedStyle(pre);
    for (const part of LOOK) field.style[part] = look[part]; // letter upon letter
    field.addEventListener("input", () => {
      paint();
      changed(field.value);
    });
    field.addEventListener("keydown", press);
    paint();
    field.setSelectionRange(cursor, cursor);
  }

  function paint() {
    let text = field.value;
    if (text === "" || text.endsWith("\n")) text += " "; // a last empty line has no height
    pre.replaceChildren(text.length > LONG ? text : coloured(text));
    mark(null);
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

  place.addEventListener("focusin", (event) => {
    if (event.target !== place) return;
    if (!field) open();
    field.focus();
  });
  place.addEventListener("mousedown", (event) => {
    if (field || event.button !== 0 || event.target.closest("button")) return; // a button that copies
    const cursor = cursorAt(pre, event);
    event.preventDefault();
    open(cursor);
    field.focus();
  });

  /** Mark a line of the code, or none. @param {number | null} line */
  function mark(line) {
    place.querySelector(".marked-line")?.remove();
    if (line === null) return;
    const { lineHeight, paddingTop } = getComputedStyle(pre);
    const style = `height: ${lineHeight}; margin-top: calc(${paddingTop} + ${line - 1} * ${lineHeight})`;
    place.append(make("div", { class: "marked-line", style }));
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
      field.remove();
      field = null;
      pre.inert = false;
      place.classList.remove("editing");
      pre.replaceChildren(...untouched);
      invite();
      mark(null);
    },
  };
}

/** The indentation of the line after this text. @param {string} before */
export function indentation(before) {
  const line = before.slice(before.lastIndexOf("\n") + 1);
  const own = /^[ \t]*/.exec(line)[0];
  const code = line.replace(/#.*/, "").trimEnd();
  if (/[:([{]$/.test(code)) return own + (own.includes("\t") ? "\t" : "    "); // Python takes no mix
  return /^\s*(return|pass|break|continue|raise)\b/.test(code) ? own.replace(/\t$| {1,4}$/, "") : own;
}

/** Which character of the code lies under the pointer. */
function cursorAt(pre, event) {
  const at = document.caretPositionFromPoint?.(event.clientX, event.clientY);
  const range = at ? null : document.caretRangeFromPoint?.(event.clientX, event.clientY);
  const [node, offset] = at ? [at.offsetNode, at.offset] : [range?.startContainer, range?.startOffset];
  if (!node || !pre.contains(node)) return 0;
  const before = document.createRange();
  before.selectNodeContents(pre);
  before.setEnd(node, offset);
  return before.toString().length;
}
