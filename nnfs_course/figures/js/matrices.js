/**
 * Matrices: rows of grids of numbers, with their shapes.
 *
 * @typedef {import("./figure.js").Figure} Figure
 */
import { make } from "../../page/js/elements.js";
import { elementsOf, paintAll } from "../../page/js/parts.js";
import { addend, cell, jacobianCell, sumCell } from "./cells.js";

/**
 * A caption, and matrices with signs between them. A sign stays in the line of
 * the matrix behind it.
 * @param {Figure} figure
 * @param {{caption?: string, items: any[]}} row
 */
export function row(figure, { caption, items }) {
  const element = make("div", { class: "strip" });
  if (caption) element.append(make("p", { class: "caption" }, caption));
  const parts = [];
  let sign = [];
  for (const item of items) {
    if (item.sign) {
      sign = [make("span", { class: "sign", "aria-hidden": "true" }, item.sign)];
      continue;
    }
    const part = item.below ? pair(figure, item) : matrix(figure, item);
    parts.push(part);
    element.append(make("div", { class: "joined" }, ...sign, part.element));
    sign = [];
  }
  return { element, paint: paintAll(parts) };
}

/** A matrix, and below it its gradient. */
function pair(figure, item) {
  const both = [matrix(figure, item), matrix(figure, item.below)];
  return { element: make("div", { class: "pair" }, ...elementsOf(both)), paint: paintAll(both) };
}

function matrix(figure, item) {
  const { title, kind, note } = item;
  const { parts, buttons, shape: [rows, columns], across } =
    kind === "jacobian" ? jacobian(figure, item) : grid(figure, item);
  const shape = `(${rows}, ${columns})`;
  const element = make(
    "div",
    { class: `matrix ${kind}`, role: "group", "aria-label": `${title} ${shape}` },
    make("p", { class: "name" }, title, make("span", {}, ` ${shape}`)),
  );
  roving(elementsOf(buttons), columns);
  const all = [...parts];
  if (item.addends) {
    const fold = addends(figure, item.addends);
    element.append(fold.element);
    all.push(fold);
  }
  element.append(table(elementsOf(parts), across));
  if (note) element.append(make("p", { class: "note" }, note));
  return { element, paint: paintAll(all) };
}

function grid(figure, { kind, cells }) {
  const parts = cells.flat().map((name) => cell(figure, name, kind));
  const columns = cells[0].length;
  return { parts, buttons: parts, shape: [cells.length, columns], across: columns };
}

/** With the sum of each row beside it, and of each column below. */
function jacobian(figure, { of, wrt }) {
  const buttons = [];
  const rows = of.map((s) => {
    const row = wrt.map((z) => jacobianCell(figure, s, z));
    buttons.push(...row);
    return [...row, sumCell(figure, wrt.map((z) => [s, z]))];
  });
  const below = wrt.map((z) => sumCell(figure, of.map((s) => [s, z])));
  const corner = { element: make("span", { class: "sum" }, "Σ"), paint() {} };
  const parts = [...rows.flat(), ...below, corner];
  return { parts, buttons, shape: [of.length, wrt.length], across: wrt.length + 1 };
}

/** The rows that collapse into the one below them: unfold to see the sum. */
function addends(figure, { title, cells }) {
  const parts = cells.flat().map((name) => addend(figure, name));
  const rows = table(elementsOf(parts), cells[0].length);
  rows.classList.add("addends");
  const element = make("details", { class: "fold" }, make("summary", {}, title), rows);
  return { element, paint: paintAll(parts) };
}

/** Elements in a grid, so many in each row. */
export function table(elements, columns) {
  const rows = Math.ceil(elements.length / columns);
  const style = `--columns: ${columns}; --rows: ${rows}`;
  return make("div", { class: "cells", style }, ...elements);
}

/** One tab stop for a grid of buttons; arrow keys move inside. */
export function roving(buttons, columns) {
  const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns };
  buttons.forEach((element, i) => {
    element.tabIndex = i === 0 ? 0 : -1;
    element.addEventListener("keydown", (event) => {
      const next = buttons[i + (steps[event.key] ?? NaN)];
      if (!next) return;
      event.preventDefault();
      for (const other of buttons) other.tabIndex = -1;
      next.tabIndex = 0;
      next.focus();
    });
  });
}
