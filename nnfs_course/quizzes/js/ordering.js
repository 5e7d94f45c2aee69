/** Lines to put in order, with gaps to fill. Buttons do it all. */
import { button, make, write } from "../../page/js/elements.js";
import { firstFault, missing } from "./line_order.js";
import { gapSelect, lineInPlace, lineToTake, movers } from "./ordering_lines.js";
import { prose } from "./prose.js";
import { load, store } from "./storage.js";

const SOLVED = "solved";

/** @param {import("./line_order.js").Ordering} ordering */
export function drawOrdering(ordering) {
  const { id, name, lines, gaps, shuffled } = ordering;
  const selects = {};
  for (const [gap, choices] of Object.entries(gaps)) selects[gap] = gapSelect(choices);
  const program = make("ol", { class: "program", "aria-label": "Your program" });
  const hint = make("p", { class: "note" }, "Which line comes next?");
  const pool = make("ul", { class: "choices lines", "aria-label": "Lines to take" });
  const result = make("div", { class: "result", role: "status", tabindex: "-1" });
  let placed = [];
  let settled = false;

  const tell = (...children) => result.replaceChildren(make("p", {}, ...children));
  /** Draws both lists; the focus goes to the first of these that is there. */
  const draw = (...focus) => {
    const left = settled ? [] : shuffled.filter((number) => !placed.includes(number));
    pool.replaceChildren(...left.map((n) => lineToTake(lines[n].text, n, () => take(n))));
    hint.hidden = !left.length;
    program.replaceChildren(
      ...placed.map((number, place) => {
        const row = lineInPlace(lines[number].text, number, selects);
        const move = (to, way) => put(place, to, way);
        if (!settled) row.append(...movers(place, placed.length - 1, move));
        return row;
      }),
    );
    if (!focus.length) return;
    const found = focus.map((selector) => element.querySelector(selector)).find(Boolean);
    (found ?? check).focus();
  };
  const take = (number) => {
    const place = shuffled.filter((n) => !placed.includes(n)).indexOf(number) + 1;
    placed.push(number);
    tell(`Line ${placed.length} of your program.`);
    draw(`.lines li:nth-child(${place}) button`, ".lines li:last-child button");
  };
  const put = (place, to, way) => {
    const [number] = placed.splice(place, 1);
    const row = `[data-line="${number}"]`;
    if (to === null) {
      tell("Taken out.");
      return draw(`.lines ${row}`);
    }
    placed.splice(to, 0, number);
    tell(`Line ${to + 1} of your program.`);
    draw(`${row} [data-move="${way}"]:enabled`, `${row} [data-move]:enabled`);
  };

  const settle = (answer) => {
    const saved = load();
    saved.answers[id] = answer;
    store(saved);
    result.focus();
  };
  const check = button("Check", () => {
    const picks = Object.fromEntries(Object.entries(selects).map(([gap, s]) => [gap, s.value]));
    const fault = firstFault(ordering, placed, picks);
    const left = missing(ordering, placed);
    if (!fault && !left) return settle(SOLVED);
    for (const [place, row] of [...program.children].entries()) {
      write(row, { "data-answer": place === fault?.place ? "false" : null });
    }
    const first = `Line ${fault?.place + 1} is the first wrong one. `;
    if (fault) tell(make("strong", {}, first), ...prose(fault.why));
    else tell(`${placed.length ? "Right so far. " : ""}Lines still missing: ${left}.`);
  });
  const show = button("Show me", () => settle(""));
  write(check, { "data-check": "" });
  write(show, { "data-show": "" });
  const buttons = make("p", { class: "buttons" }, check, show);
  const element = make(
    "fieldset",
    { "data-ordering": name },
    make("legend", {}, ...prose(ordering.text)),
    program,
    hint,
    pool,
    buttons,
    result,
  );

  let painted = null;
  const paint = (saved) => {
    const answer = saved.answers[id];
    if (answer === painted) return;
    painted = answer;
    settled = answer !== undefined;
    write(element, { "data-solved": answer === SOLVED });
    // A right order of the reader's own stays as it is until the page is left.
    const own = answer === SOLVED && !missing(ordering, placed);
    const right = [...lines.keys()].filter((number) => !lines[number].why);
    if (!own) placed = settled ? right : [];
    for (const [gap, select] of Object.entries(selects)) {
      select.disabled = settled;
      select.value = settled ? gaps[gap].findIndex((choice) => choice.right) : "";
    }
    buttons.hidden = settled;
    draw();
    result.replaceChildren();
    if (settled) tell(make("strong", {}, answer === SOLVED ? "Right. " : ""), ...prose(ordering.notice));
  };
  return { element, paint };
}
