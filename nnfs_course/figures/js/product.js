/**
 * The matrix product: each entry of the result is a row that meets a column.
 *
 * A and B can lie on their side. Then A.T or B.T turns them back, the result
 * stays, and rows and columns change their parts.
 */
import { button, make, write } from "../../page/js/elements.js";
import { roving, table } from "./matrices.js";

const text = (number) => `${number}`.replace("-", "−");
const turnedOver = (rows) => rows[0].map((_, j) => rows.map((row) => row[j]));
const shapeOf = (rows) => [rows.length, rows[0].length];
const says = ([rows, columns]) => ` (${rows}, ${columns})`;

/** @param {import("../../page/js/live.js").Live} live */
export function drawProduct(live) {
  const { name, title, hint, A, B } = live.spec;
  const left = operand("A", A, "row");
  const right = operand("B", B, "column");
  const choose = (i, j) => live.change({ selected: [i, j] });
  const product = result(A, B, choose);
  const switches = [left, right].map(({ letter }) => {
    const turn = button(`${letter} on its side: ${letter}.T`, () =>
      live.change({ turned: { ...live.state.turned, [letter]: !live.state.turned[letter] } }),
    );
    return { letter, turn };
  });
  const shapes = make("p", { class: "dominoes" });
  const sentence = make("p", { class: "sentence" });
  const rule = make("p", { class: "note" });

  const sign = (of) => make("span", { class: "sign", "aria-hidden": "true" }, of);
  const joined = (...parts) => make("div", { class: "joined" }, ...parts);
  const element = make(
    "section",
    { class: "nnfs nnfs-card nnfs-figure", "data-figure": name, "aria-label": title },
    make("header", {}, make("strong", {}, title), make("span", { class: "hint" }, hint)),
    make(
      "div",
      { class: "strip" },
      joined(left.element),
      joined(sign("@"), right.element),
      joined(sign("="), product.element),
    ),
    shapes,
    make("div", { class: "explain brief", "aria-live": "polite" }, sentence, rule),
    make("div", { class: "controls" }, ...switches.map(({ turn }) => turn)),
  );

  const paint = () => {
    const { turned, selected: [i, j] } = live.state;
    left.paint(turned.A, i);
    right.paint(turned.B, j);
    product.paint(i, j);
    for (const { letter, turn } of switches) write(turn, { "aria-pressed": turned[letter] });
    shapes.replaceChildren(
      ...domino(left.used(), "", "meets"), " @ ",
      ...domino(right.used(), "meets", ""), " = ",
      ...domino(`C ${product.shape}`, "", ""),
    );
    const terms = A[i].map((a, k) => [a, B[k][j]].map((n) => (n < 0 ? `(${text(n)})` : n)));
    write(
      sentence,
      {},
      `C[${i},${j}] = ${left.part()} ${i} of A · ${right.part()} ${j} of B = ` +
        `${terms.map((pair) => pair.join(" · ")).join(" + ")} = ${text(product.values[i][j])}`,
    );
    const over = ["A", "B"].filter((letter) => turned[letter]).map((letter) => `${letter}.T`);
    write(
      rule,
      {},
      `A ${left.part()} of A meets a ${right.part()} of B.` +
        (over.length ? ` In ${over.join(" and ")}, rows have become columns.` : ""),
    );
  };
  return { element, paint, open: () => () => {} };
}

/** "B.T (3, 4)" as two halves of a domino; those that meet are marked. */
function domino(used, first, second) {
  const [, name, a, b] = used.match(/(\S+) (\d+) (\d+)/);
  const half = (mark, number) => make("b", { "data-meets": mark }, number);
  return [`${name} `, make("span", { class: "domino" }, half(first, a), half(second, b))];
}

/**
 * A or B. Its numbers stand as they are stored.
 * @param {string} letter @param {number[][]} upright
 * @param {"row" | "column"} along  what meets the other side, when upright
 */
function operand(letter, upright, along) {
  const name = make("p", { class: "name" });
  const element = make("div", { class: "matrix value", role: "group" }, name);
  const lying = turnedOver(upright);
  const across = along === "row" ? "column" : "row";
  let turned;
  let cells = [];
  const paint = (isTurned, at) => {
    if (turned !== isTurned) {
      turned = isTurned;
      const stored = turned ? lying : upright;
      cells = stored.map((row, i) => row.map((value, j) => entry("span", letter, i, j, value)));
      const label = `${letter}${says(shapeOf(stored))}`;
      write(element, { "aria-label": label });
      write(name, {}, label);
      element.replaceChildren(name, table(cells.flat(), stored[0].length));
    }
    const runs = turned ? across : along;
    cells.forEach((row, i) =>
      row.forEach((cell, j) =>
        write(cell, { "data-mark": (runs === "row" ? i : j) === at ? "lit" : "" }),
      ),
    );
  };
  return {
    letter,
    element,
    paint,
    part: () => (turned ? across : along),
    used: () => `${letter}${turned ? ".T" : ""} ${shapeOf(upright).join(" ")}`,
  };
}

/** C: pointing at an entry, or reaching it by keyboard, chooses it. */
function result(A, B, choose) {
  const values = A.map((row) =>
    B[0].map((_, j) => row.reduce((sum, a, k) => sum + a * B[k][j], 0)),
  );
  const cells = values.map((row, i) =>
    row.map((value, j) => {
      const cell = entry("button", "C", i, j, value);
      write(cell, { type: "button", "aria-label": `C[${i},${j}] = ${text(value)}` });
      for (const event of ["pointerenter", "focus", "click"]) {
        cell.addEventListener(event, () => choose(i, j));
      }
      return cell;
    }),
  );
  const label = `C${says(shapeOf(values))}`;
  roving(cells.flat(), B[0].length);
  const element = make(
    "div",
    { class: "matrix value", role: "group", "aria-label": label },
    make("p", { class: "name" }, label),
    table(cells.flat(), B[0].length),
  );
  const paint = (i, j) =>
    cells.forEach((row, r) =>
      row.forEach((cell, c) => {
        const chosen = r === i && c === j;
        write(cell, { "aria-pressed": chosen, "data-mark": chosen ? "chosen" : "" });
      }),
    );
  return { element, paint, values, shape: shapeOf(values).join(" ") };
}

function entry(tag, letter, i, j, value) {
  const attributes = { "data-node": `${letter}[${i},${j}]`, "data-kind": "value" };
  return make(tag, { class: "cell", ...attributes, "data-value": value }, text(value));
}
