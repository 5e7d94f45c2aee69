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
  "abs all any bool bytes callable chr complex dict dir divmod enumerate eval exec filter float " +
  "format frozenset getattr hasattr hash help hex id input int isinstance issubclass iter len " +
  "list map max min next object open ord pow print property range repr reversed round set " +
  "setattr slice sorted staticmethod str sum super tuple type vars zip",
);
const QUOTED = /"""(?:[^\\]|\\[^])*?(?:"""|$)|'''(?:[^\\]|\\[^])*?(?:'''|$)|"(?:[^"\\\n]|\\[^])*"?|'(?:[^'\\\n]|\\[^])*'?/;
const TOKEN = new RegExp(
  [
    "(?<comment>#.*)",
    `(?<prefix>\\b[rbfuRBFU]{1,2}(?=["']))?(?<string>${QUOTED.source})`,
    "(?<number>\\b0[xX][\\da-fA-F_]+|(?:\\b\\d[\\d_]*\\.?[\\d_]*|\\.\\d[\\d_]*)(?:[eE][+-]?\\d+)?[jJ]?)",
    "(?<name>[\\p{L}_][\\p{L}\\p{N}_]*)",
    "(?<operator>\\.\\.\\.|[-+*/%@&|^~<>=!]+)",
    "(?<other>[^])",
  ].join("|"),
  "gu",
);

/**
 * The text in parts: [class, text], "" where the theme's plain colour is right.
 * @param {string} text @returns {[string, string][]}
 */
export function tokens(text) {
  const parts = [];
  let before = ""; // the keyword before a name
  let modules = false; // between import or from and the end of that part
  for (const { 0: all, groups: found } of text.matchAll(TOKEN)) {
    if (found.comment) parts.push(["c1", all]);
    else if (found.string) parts.push(...stringParts(found.prefix ?? "", found.string));
    else if (found.number) parts.push([/[.ejEJ]/.test(all) && !/^0x/i.test(all) ? "mf" : "mi", all]);
    else if (found.operator) parts.push(["o", all]);
    else if (found.name) {
      parts.push([modules && !KEYWORDS.has(all) ? "nn" : nameClass(all, before), all]);
      if (all === "import" || all === "from") modules = all === "from" || !fromPart(parts);
      before = all;
    } else {
      parts.push(["", all]);
      if (all === "\n") modules = false;
      if (!/\s/.test(all)) before = all;
    }
  }
  return parts;
}

/** Does this import end a "from ... import"? */
function fromPart(parts) {
  for (let i = parts.length - 2; i >= 0 && parts[i][1] !== "\n"; i--) {
    if (parts[i][1] === "from") return true;
  }
  return false;
}

function nameClass(name, before) {
  if (before === "def") return "nf";
  if (before === "class") return "nc";
  if (before === "@") return "nd";
  if (name === "import" || name === "from") return "kn";
  if (KEYWORDS.has(name)) return "k";
  if (CONSTANTS.has(name)) return "kc";
  if (WORD_OPERATORS.has(name)) return "ow";
  if (before === ".") return "";
  if (BUILTINS.has(name)) return "nb";
  if (name === "self" || name === "cls") return "bp";
  return /^[A-Z]\w*(Error|Exception|Warning)$/.test(name) ? "ne" : "";
}

/** A string; what stands in the braces of an f-string is code again. */
function stringParts(prefix, string) {
  const name = string.startsWith("'") ? "s1" : "s2";
  const parts = prefix ? [["sa", prefix]] : [];
  if (!/f/i.test(prefix)) return [...parts, [name, string]];
  for (const piece of string.split(/(\{\{|\}\}|\{[^{}"'\n]*\})/)) {
    const code = /^\{([^{][^]*)\}$/.exec(piece);
    if (!code) parts.push([name, piece]);
    else parts.push(["si", "{"], ...tokens(code[1]), ["si", "}"]);
  }
  return parts.filter(([, text]) => text);
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
