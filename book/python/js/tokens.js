/**
 * Python as coloured text, in the classes that the book's own highlighter
 * uses. It colours what a reader types, so it must take any text, finished or
 * not, and lose no character of it.
 */
const words = (text) => new Set(text.split(" "));
const KEYWORDS = words(
  "as assert async await break class continue def del elif else except finally for from " +
  "global if import lambda nonlocal pass raise return try while with yield",
);
const CONSTANTS = words("True False None");
const WORD_OPERATORS = words("and in is not or");
const BUILTINS = words(
  "abs all any bool bytes callable chr compile complex dict dir divmod enumerate eval filter float " +
  "format frozenset getattr globals hasattr hash help hex id input int isinstance issubclass iter len " +
  "list map max min next object open ord pow print property range repr reversed round set " +
  "setattr slice sorted staticmethod str sum super tuple type vars zip",
);
const PSEUDO = words("self cls Ellipsis NotImplemented");
const EXCEPTION = /^([A-Z]\w*)?(Error|Exception|Warning)$|^(KeyboardInterrupt|StopIteration|SystemExit)$/;
const NAMES_OF = words("__class__ __dict__ __doc__ __file__ __globals__ __module__ __name__ __qualname__ __slots__");
const ESCAPED = "\\\\[^]?"; // a backslash, and what it escapes
const QUOTED = ['"""', "'''"].map((quote) => `${quote}(?:[^\\\\]|${ESCAPED})*?(?:${quote}|$)`)
  .concat(['"', "'"].map((quote) => `${quote}(?:[^${quote}\\\\\\n]|${ESCAPED})*${quote}?`)).join("|");
const TOKEN = new RegExp(
  [
    "(?<comment>#.*)",
    `(?<prefix>\\b[rbfuRBFU]{1,2}(?=["']))?(?<string>${QUOTED})`,
    "(?<number>\\b0[xXbBoO][\\da-fA-F_]+|(?:\\b\\d[\\d_]*\\.?[\\d_]*|\\.\\d[\\d_]*)(?:[eE][+-]?\\d+)?[jJ]?)",
    "(?<name>[\\p{L}_][\\p{L}\\p{N}_]*)",
    "(?<operator>:=|[-+*/%@&|^~<>=!.])",
    "(?<space>[^\\S\\n]+)",
    "(?<other>[^])",
  ].join("|"),
  "gu",
);
const STEP = new RegExp(`${QUOTED}|[^]`, "gu");

/**
 * The text in parts: [class, text], "" where the theme's plain colour is right.
 * @param {string} text @returns {[string, string][]}
 */
export function tokens(text) {
  const parts = [];
  let before = "\n"; // what stands before, white space aside
  let from = false; // in "from a import b", which names one module,
  let modules = false; // and where names are those of modules
  for (const { 0: all, index, groups: found } of text.matchAll(TOKEN)) {
    const decorates = all === "@" && before === "\n" && /\S/.test(text[index + 1] ?? "");
    if (found.comment) parts.push(["c1", all]);
    else if (found.string) parts.push(...stringParts(found.prefix ?? "", found.string));
    else if (found.number) parts.push([/[.ejEJ]/.test(all) && !/^0x/i.test(all) ? "mf" : "mi", all]);
    else if (found.operator) parts.push([decorates ? "nd" : all === "." && modules ? "nn" : "o", all]);
    else if (found.name) {
      const kind = nameClass(all, before);
      parts.push([modules && !/^k/.test(kind) ? "nn" : kind, all]);
      if (all === "from") from = modules = before !== "yield";
      if (all === "import") modules = !from;
    } else parts.push(["", all]);
    if (all === "\n") from = modules = false;
    if (decorates) before = "decorator";
    else if (!found.space && !found.comment) before = all;
  }
  return parts;
}

function nameClass(name, before) {
  if (before === "decorator") return "nd";
  if (before === "def") return "nf";
  if (before === "class") return "nc";
  if (name === "import" || name === "from") return "kn";
  if (KEYWORDS.has(name)) return "k";
  if (CONSTANTS.has(name)) return "kc";
  if (WORD_OPERATORS.has(name)) return "ow";
  if (/^__\w+__$/.test(name)) return NAMES_OF.has(name) ? "vm" : "fm";
  if (before === ".") return "";
  if (BUILTINS.has(name)) return "nb";
  if (PSEUDO.has(name)) return "bp";
  return EXCEPTION.test(name) ? "ne" : "";
}

function stringParts(prefix, string) {
  const name = string.startsWith("'") ? "s1" : "s2";
  const parts = /f/i.test(prefix) ? withFields(name, string) : [[name, string]];
  return [["sa", prefix], ...parts].filter(([, text]) => text);
}

/** Of an f-string: what stands in its braces is code again, and behind it
 * stands how it is shown, where braces may stand once more. */
function withFields(name, string, isFormat = false) {
  const parts = [];
  let done = 0;
  for (const { 0: braces, index } of string.matchAll(/\{+/g)) {
    if (braces.length % 2 === 0 || index < done) continue;
    const open = index + braces.length;
    const [shown, end] = fieldEnd(string, open);
    if (end === null) break; // still to be written
    const [signs] = /^(![rsa])?:?/.exec(string.slice(shown, end));
    const format = string.slice(shown + signs.length, end);
    parts.push([name, string.slice(done, open - 1)], ["si", "{"], ...tokens(string.slice(open, shown)));
    parts.push(["si", signs], ...(isFormat ? [[name, format]] : withFields(name, format, true)), ["si", "}"]);
    done = end + 1;
  }
  return [...parts, [name, string.slice(done)]];
}

/** Where a field's code ends, and the field; null where it does not. */
function fieldEnd(string, open) {
  let depth = 1;
  let shown = null;
  STEP.lastIndex = open;
  for (let found; (found = STEP.exec(string)); ) {
    const [all] = found;
    if ("([{".includes(all)) depth += 1;
    if (")]}".includes(all)) depth -= 1;
    if (depth === 0) return [shown ?? found.index, found.index];
    if (depth === 1 && (all === ":" || (all === "!" && string[found.index + 1] !== "="))) shown ??= found.index;
  }
  return [null, null];
}

/** The text as elements. @param {string} text */
export function coloured(text) {
  const fragment = document.createDocumentFragment();
  for (const [name, part] of tokens(text)) {
    if (!name) fragment.append(part);
    else fragment.append(Object.assign(document.createElement("span"), { className: name, textContent: part }));
  }
  return fragment;
}
