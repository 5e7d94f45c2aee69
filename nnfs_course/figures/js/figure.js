/**
 * The live figures: one ES module, no dependency, no request.
 *
 * A figure is a trace, the list of operations that Python recorded, and a
 * description of what to draw. The first half of this file is pure: it
 * evaluates a trace, sweeps it backwards and explains a gradient. It knows the
 * primitives and no formula of any chapter. The second half draws.
 *
 * @typedef {{op: string, inputs: number[], label: string, value: number,
 *            exponent?: number}} Operation
 */

// ---------------------------------------------------------------- pure

/**
 * Each primitive: its value, and its derivative for each operand.
 * @type {Record<string, {value: (a: number, b: number, n: number) => number,
 *   slopes: (a: number, b: number, n: number, out: number) => number[]}>}
 */
const PRIMITIVES = {
  add: { value: (a, b) => a + b, slopes: () => [1, 1] },
  mul: { value: (a, b) => a * b, slopes: (a, b) => [b, a] },
  pow: {
    value: (a, _, n) => a ** n,
    slopes: (a, _, n) => [n === 0 ? 0 : n * a ** (n - 1)],
  },
  exp: { value: (a) => Math.exp(a), slopes: (a, b, n, out) => [out] },
  log: { value: (a) => Math.log(a), slopes: (a) => [1 / a] },
  relu: {
    value: (a) => (a <= 0 ? 0 : a),
    slopes: (a) => [a > 0 ? 1 : 0],
  },
};

/** @param {Operation[]} trace @param {Record<string, number>} given leaves by
 * label; others keep their value. @returns {number[]} a value for each */
export function evaluate(trace, given = {}) {
  const x = new Array(trace.length);
  for (let i = 0; i < trace.length; i++) {
    const { op, inputs, label, value, exponent } = trace[i];
    if (op === "leaf") x[i] = label in given ? given[label] : value;
    else x[i] = PRIMITIVES[op].value(x[inputs[0]], x[inputs[1]], exponent);
  }
  return x;
}

/** The derivatives of operation i for each of its operands.
 * @param {Operation[]} trace @param {number[]} x @param {number} i */
export function localDerivatives(trace, x, i) {
  const { op, inputs, exponent } = trace[i];
  if (op === "leaf") return [];
  return PRIMITIVES[op].slopes(x[inputs[0]], x[inputs[1]], exponent, x[i]);
}

/** Backpropagation: d(root)/d(each), upstream times local, added up.
 * @param {Operation[]} trace @param {number[]} x @param {number} root */
export function sweep(trace, x, root) {
  const gradient = new Array(trace.length).fill(0);
  gradient[root] = 1;
  for (let i = root; i >= 0; i--) {
    if (gradient[i] === 0) continue;
    const slopes = localDerivatives(trace, x, i);
    for (let k = 0; k < slopes.length; k++) {
      gradient[trace[i].inputs[k]] += gradient[i] * slopes[k];
    }
  }
  return gradient;
}

/**
 * A gradient as a sum over its consumers: upstream times local derivative.
 * `source` is the named number whose gradient arrives (sums pass it through),
 * `factor` the name of the local derivative where it is another operand.
 * @param {Operation[]} trace @param {number[]} x @param {number[]} gradient
 * @param {number} node
 */
export function explain(trace, x, gradient, node) {
  const terms = [];
  for (let i = node + 1; i < trace.length; i++) {
    const { op, inputs } = trace[i];
    for (let k = 0; k < inputs.length; k++) {
      if (inputs[k] !== node) continue;
      const local = localDerivatives(trace, x, i)[k];
      const other = op === "mul" ? trace[inputs[1 - k]] : null;
      terms.push({
        op,
        upstream: gradient[i],
        local,
        product: gradient[i] * local,
        source: named(trace, i),
        factor: other?.label ?? "",
      });
    }
  }
  return terms;
}

/** The first labelled result that i flows into through sums alone: it has the
 * same gradient as i. Empty if there is none, or if i is used twice. */
function named(trace, i) {
  while (!trace[i].label) {
    const used = trace.flatMap(({ inputs }, j) =>
      inputs.filter((k) => k === i).map(() => j),
    );
    if (used.length !== 1 || trace[used[0]].op !== "add") return "";
    i = used[0];
  }
  return trace[i].label;
}

/** A number for people: two decimals, more where that would hide it. */
export function format(value, signed = false) {
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  let text = size.toFixed(2);
  if (size !== 0 && size < 0.005) text = size.toExponential(1);
  else if (size >= 1e5) text = size.toExponential(2);
  const sign = value < 0 ? "−" : signed && value > 0 ? "+" : "";
  return sign + text.replace("e-", "e−").replace("e+", "e");
}

/** "positive", "negative" or "zero": a class, never the only sign of it. */
const signOf = (value) =>
  value > 0 ? "positive" : value < 0 ? "negative" : "zero";

/** Settings from a link: known names only, clamped; the rest is ignored.
 * @param {string} hash @param {string} name
 * @param {Record<string, {min: number, max: number}>} leaves */
export function parseLink(hash, name, leaves) {
  const values = {};
  const fields = new URLSearchParams(hash.replace(/^#/, ""));
  if (fields.get("figure") !== name) return null;
  for (const [key, text] of fields) {
    const value = text.trim() === "" ? NaN : Number(text);
    if (!Object.hasOwn(leaves, key) || !Number.isFinite(value)) continue;
    const { min, max } = leaves[key];
    values[key] = Math.min(max, Math.max(min, value));
  }
  return values;
}

/** The order of the backward pass over drawn edges: late results first. */
function backwardSteps(edges, index) {
  return edges
    .map((edge, i) => ({ ...edge, i }))
    .sort((a, b) => index[b.to] - index[a.to] || a.i - b.i);
}

// ------------------------------------------------------------- drawing

const SVG = "http://www.w3.org/2000/svg";

/** An element with attributes and children. Text is always set as text. */
function make(tag, attributes = {}, ...children) {
  const svg = ["svg", "g", "path", "rect", "circle", "text", "line"];
  const element = svg.includes(tag)
    ? document.createElementNS(SVG, tag)
    : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/** Writes only what changed, into the text node that is there: then the page
 * has no new children, and its style rules need not be matched again. */
function write(element, text, attributes = {}) {
  const node = element.firstChild;
  if (!node) element.textContent = text;
  else if (node.data !== text) node.data = text;
  for (const [name, value] of Object.entries(attributes)) {
    if (element.getAttribute(name) !== String(value)) {
      element.setAttribute(name, value);
    }
  }
}

let figures = 0;

class Figure {
  constructor(model, host) {
    this.model = model;
    this.host = host;
    this.id = `figure-${(figures += 1)}`;
    this.spec = model.get("spec");
    this.trace = this.spec.trace;
    this.index = {};
    this.trace.forEach(({ label }, i) => {
      if (label && !(label in this.index)) this.index[label] = i;
    });
    this.root = this.index[this.spec.root];
    this.leaves = this.spec.leaves;
    this.painters = [];
    this.predicting = null;
    this.active = this.firstActive();
    this.playing = 0;
  }

  /** The slider that the probe speaks of, until another one is touched. */
  firstActive() {
    const { selected } = this.spec.start;
    return selected in this.leaves ? selected : this.spec.sliders[0];
  }

  // --- state: the traits are all of it ---

  get state() {
    return this.model.get("state");
  }
  change(part) {
    this.model.set("state", { ...this.state, ...part });
    this.model.save_changes();
    this.paint();
  }
  setValue(name, value) {
    const { min, max } = this.leaves[name];
    if (!Number.isFinite(value)) return this.paint();
    const clamped = Math.min(max, Math.max(min, value));
    this.active = name;
    this.change({ values: { ...this.state.values, [name]: clamped } });
  }

  // --- building the page, once ---

  build() {
    const { spec } = this;
    this.sentence = make("p", { class: "sentence" });
    this.probe = make("p", { class: "probe" });
    this.live = make("div", {
      class: "explain",
      "aria-live": "polite",
      "aria-label": "Explanation",
      role: "group",
      tabindex: 0, // on a small screen a long sentence scrolls
    });
    this.live.append(this.sentence, this.probe);
    this.root_element = make(
      "section",
      { class: "nnfs-figure", "data-figure": spec.name, "aria-label": spec.title },
      make(
        "header",
        {},
        make("strong", {}, spec.title),
        make("span", { class: "hint" }, spec.hint),
      ),
    );
    const stage = make("div", { class: "stage" });
    if (spec.graph) this.buildGraph(stage);
    for (const row of spec.rows ?? []) stage.append(this.buildRow(row));
    if (spec.curve) this.buildCurve(stage);
    if (spec.compare) this.buildCompare(stage);
    this.root_element.append(stage, this.buildLegend(), this.live);
    this.root_element.append(this.buildControls(), this.buildPrediction());
    this.root_element.append(this.buildSliders());
    this.host.append(this.root_element);
    if (this.graphs) {
      this.chooseGraph();
      this.watcher = new ResizeObserver(() => this.chooseGraph());
      this.watcher.observe(this.root_element);
    }
    this.applyLink();
    this.paint();
    this.root_element.setAttribute("data-ready", "true");
  }

  /** A place where a number appears; painters keep it up to date. */
  number(element, node, kind) {
    element.setAttribute("data-node", node);
    element.setAttribute("data-kind", kind);
    const i = this.index[node];
    this.painters.push(() => {
      const value = kind === "value" ? this.x[i] : this.gradient[i];
      const hidden = kind === "grad" && this.isHidden(node);
      const text = hidden ? "?" : format(value, kind === "grad");
      const attributes = { "data-value": value };
      if (kind === "grad") attributes["data-sign"] = hidden ? "" : signOf(value);
      write(element, text, attributes);
    });
    return element;
  }

  isHidden(node) {
    if (this.predicting) return true;
    const { step } = this.state;
    return step != null && !this.shown.has(node);
  }

  // --- the graph ---

  buildGraph(stage) {
    const { nodes, edges, layouts } = this.spec.graph;
    this.steps = backwardSteps(edges, this.index);
    this.graphs = {};
    this.place = stage;
    const shared = this.painters;
    for (const [name, layout] of Object.entries(layouts)) {
      this.painters = [];
      const [width, height] = layout.size;
      const svg = make("svg", {
        class: "graph",
        viewBox: `0 0 ${width} ${height}`,
        role: "group",
        "aria-label": `${this.spec.title}: graph`,
      });
      const lines = make("g", { class: "edges" });
      svg.append(lines);
      const size = layout.box;
      this.steps.forEach((edge, k) => {
        this.buildEdge(lines, svg, layout, edge, k);
      });
      for (const node of nodes) {
        this.buildNode(svg, layout.at[node.name], size, node);
      }
      const canvas = make("div", { class: `canvas ${name}` }, svg);
      canvas.style.aspectRatio = `${width} / ${height}`;
      this.graphs[name] = { canvas, painters: this.painters };
    }
    this.painters = shared;
  }

  /** One graph for a wide place, one for a phone; only one is in the page. */
  chooseGraph() {
    const name = this.root_element.clientWidth < 560 ? "narrow" : "wide";
    if (this.graph === this.graphs[name]) return;
    this.graph?.canvas.remove();
    this.graph = this.graphs[name];
    this.place.prepend(this.graph.canvas);
    this.paint();
  }

  buildEdge(lines, svg, layout, edge, k) {
    const [x1, y1] = layout.at[edge.from];
    const [x2, y2] = layout.at[edge.to];
    const bend = edge.bend ?? 0;
    const middle = (x1 + x2) / 2;
    const path = make("path", {
      class: "edge",
      d: `M${x1} ${y1} C${middle} ${y1 + bend} ${middle} ${y2 + bend} ${x2} ${y2}`,
    });
    const fromLeaf = edge.from in this.leaves ? layout.box[0] / 7 : 0;
    const label = make("text", {
      class: "local",
      x: middle + fromLeaf,
      y: (y1 + y2) / 2 + 0.75 * bend - 5,
    });
    lines.append(path);
    svg.append(label);
    const to = this.index[edge.to];
    const from = this.index[edge.from];
    this.painters.push(() => {
      const current = this.currentStep();
      const active = current === k || (current < 0 && this.isExplained(edge));
      const slope = this.edgeSlope(from, to, edge);
      write(path, "", { "data-active": active });
      write(label, this.predicting ? "" : `×${format(slope)}`, {
        "data-active": active,
      });
    });
  }

  /** d(to)/d(from) along one edge; sums of products have been drawn as one. */
  edgeSlope(from, to, edge) {
    const direct = this.trace[to].inputs.indexOf(from);
    if (direct < 0) return sweep(this.trace, this.x, to)[from];
    return localDerivatives(this.trace, this.x, to)[edge.operand ?? direct];
  }

  isExplained(edge) {
    return this.state.selected === edge.from;
  }

  buildNode(svg, [x, y], [width, height], node) {
    const group = make("g", {
      class: `node ${node.shape}`,
      transform: `translate(${x} ${y})`,
      tabindex: 0,
      role: "button",
    });
    if (node.shape === "leaf") {
      group.append(
        make("rect", {
          x: -width / 2,
          y: -height / 2,
          width,
          height,
          rx: 10,
        }),
        make("text", { class: "name", x: -width / 2 + 8, y: -4 }, node.text),
        this.number(
          make("text", { class: "value", x: width / 2 - 8, y: -4 }),
          node.name,
          "value",
        ),
        make("text", { class: "arrow", x: -width / 2 + 8, y: 14 }, "◂"),
        this.number(
          make("text", { class: "grad", x: width / 2 - 8, y: 14 }),
          node.name,
          "grad",
        ),
      );
    } else {
      group.append(
        make("circle", { r: 18 }),
        make("text", { class: `symbol ${node.text}`, y: 5 }, node.text),
        this.number(make("text", { class: "value", y: -24 }), node.name, "value"),
        this.number(make("text", { class: "grad", y: 35 }), node.name, "grad"),
      );
      if (node.title) {
        group.append(make("text", { class: "name", y: -41 }, node.title));
      }
    }
    this.selectable(group, node.name, node.text);
    svg.append(group);
  }

  selectable(element, name, text = name) {
    const select = () => this.change({ selected: name, step: null });
    element.addEventListener("click", select);
    element.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        select();
      }
    });
    const i = this.index[name];
    this.painters.push(() => {
      const gradient = this.isHidden(name)
        ? "hidden"
        : format(this.gradient[i], true);
      const label = `${name} = ${format(this.x[i])}, gradient ${gradient}`;
      const chosen = this.state.selected === name;
      if (element.getAttribute("aria-label") !== label) {
        element.setAttribute("aria-label", label);
      }
      if (element.getAttribute("aria-pressed") !== String(chosen)) {
        element.setAttribute("aria-pressed", String(chosen));
      }
    });
  }

  // --- matrices ---

  buildRow(row) {
    const line = make("div", { class: "strip" });
    if (row.caption) line.append(make("p", { class: "caption" }, row.caption));
    for (const item of row.items) {
      line.append(
        item.sign
          ? make("span", { class: "sign", "aria-hidden": "true" }, item.sign)
          : this.buildMatrix(item),
      );
    }
    return line;
  }

  buildMatrix({ title, kind, cells, of, wrt, note, addends }) {
    const jacobian = kind === "jacobian";
    const grid = jacobian ? of.map((s) => wrt.map((z) => [s, z])) : cells;
    const shape = `(${grid.length}, ${grid[0].length})`;
    const box = make(
      "div",
      { class: `matrix ${kind}`, role: "group", "aria-label": `${title} ${shape}` },
      make("p", { class: "name" }, title, make("span", {}, ` ${shape}`)),
    );
    const table = make("div", { class: "cells" });
    const columns = grid[0].length + (jacobian ? 1 : 0);
    table.style.gridTemplateColumns = `repeat(${columns}, 56px)`;
    const buttons = [];
    for (const row of grid) {
      for (const cell of row) {
        const button = jacobian
          ? this.jacobianCell(...cell)
          : this.cell(cell, kind);
        buttons.push(button);
        table.append(button);
      }
      if (jacobian) {
        table.append(this.sumCell(() => row.map(([s, z]) => this.slope(s, z))));
      }
    }
    if (jacobian) {
      wrt.forEach((z) => {
        table.append(this.sumCell(() => of.map((s) => this.slope(s, z))));
      });
      table.append(make("span", { class: "sum" }, "Σ"));
    }
    roving(buttons, grid[0].length);
    if (addends) box.append(this.buildAddends(addends));
    box.append(table);
    if (note) box.append(make("p", { class: "note" }, note));
    return box;
  }

  /** The rows that collapse into the one below them: unfold to see the sum. */
  buildAddends({ title, cells }) {
    const table = make("div", { class: "cells addends" });
    table.style.gridTemplateColumns = `repeat(${cells[0].length}, 56px)`;
    for (const name of cells.flat()) {
      const entry = make("span", { class: "sum" });
      this.painters.push(() => {
        const value = this.gradient[this.index[name]];
        const hidden = this.isHidden(name);
        write(entry, hidden ? "?" : format(value, true), {
          "data-sign": hidden ? "" : signOf(value),
        });
      });
      table.append(entry);
    }
    return make("details", { class: "fold" }, make("summary", {}, title), table);
  }

  cell(name, kind) {
    const button = make("button", { type: "button", class: "cell" });
    this.number(button, name, kind);
    if (kind === "grad") this.heat(button, () => this.gradient[this.index[name]]);
    const i = this.index[name];
    const target = kind === "grad" ? (this.spec.upstream?.[name] ?? null) : name;
    const key = kind === "grad" ? `d ${name}` : name;
    button.addEventListener("click", () => {
      if (target in this.leaves) this.active = target;
      this.change({ selected: kind === "grad" ? name : this.state.selected, step: null });
    });
    this.painters.push(() => {
      const value = kind === "grad" ? this.gradient[i] : this.x[i];
      const text = this.isHidden(name) && kind === "grad" ? "hidden" : format(value, kind === "grad");
      const label = `${key} = ${text}`;
      if (button.getAttribute("aria-label") !== label) {
        button.setAttribute("aria-label", label);
      }
      const lit =
        kind === "grad"
          ? this.lit.has(`d ${name}`)
          : this.lit.has(name) || (name === this.active && name in this.leaves);
      const mark = kind === "grad" && this.state.selected === name ? "chosen" : lit ? "lit" : "";
      if ((button.getAttribute("data-mark") ?? "") !== mark) {
        button.setAttribute("data-mark", mark);
      }
    });
    return button;
  }

  jacobianCell(s, z) {
    const button = make("button", {
      type: "button",
      class: "cell",
      "data-kind": "jacobian",
      "data-of": s,
      "data-node": z,
    });
    this.heat(button, () => this.slope(s, z));
    button.addEventListener("click", () => {
      this.change({ selected: z, step: null });
    });
    this.painters.push(() => {
      const value = this.slope(s, z);
      const dropped = this.state.diagonal && s.slice(1) !== z.slice(1);
      write(button, this.predicting ? "?" : format(value, true), {
        "data-value": value,
        "data-sign": signOf(value),
        "data-dropped": dropped,
        "aria-label": `d ${s} / d ${z} = ${format(value, true)}`,
      });
    });
    return button;
  }

  sumCell(entries) {
    const element = make("span", { class: "sum" });
    this.painters.push(() => {
      const total = entries().reduce((a, b) => a + b, 0);
      write(element, format(Math.abs(total) < 1e-12 ? 0 : total));
    });
    return element;
  }

  /** d s / d z, from a sweep that starts at s. */
  slope(s, z) {
    this.jacobians[s] ??= sweep(this.trace, this.x, this.index[s]);
    return this.jacobians[s][this.index[z]];
  }

  /** Colour by size: one symmetric scale for the figure, clamped. */
  heat(element, value) {
    this.painters.push(() => {
      const share = Math.min(1, Math.abs(value()) / this.spec.scale);
      const heat = this.predicting ? "0" : share.toFixed(2);
      if (element.style.getPropertyValue("--heat") !== heat) {
        element.style.setProperty("--heat", heat);
      }
    });
  }

  // --- a curve that Python has sampled, and the point on it ---

  buildCurve(stage) {
    const { points, xlabel, ylabel, node, of } = this.spec.curve;
    const [left, right, top, bottom] = [46, 330, 12, 190];
    const ymax = Math.max(...points.map((p) => p[1]));
    const at = (x, y) => [
      left + x * (right - left),
      bottom - (Math.min(y, ymax) / ymax) * (bottom - top),
    ];
    const line = points.map(([x, y]) => at(x, y).join(" ")).join(" L");
    const tangent = make("line", { class: "tangent" });
    const dot = make("circle", { class: "dot", r: 6 });
    const svg = make(
      "svg",
      { viewBox: "0 0 350 232", role: "img" },
      make("path", { class: "axis", d: `M${left} ${top} V${bottom} H${right}` }),
      make("path", { class: "line", d: `M${line}` }),
      tangent,
      dot,
      make("text", { x: (left + right) / 2, y: 226, class: "label" }, xlabel),
      make("text", { x: left, y: 206, class: "tick" }, "0"),
      make("text", { x: right, y: 206, class: "tick" }, "1"),
      make("text", { x: 34, y: bottom + 4, class: "tick end" }, "0"),
      make("text", { x: 34, y: top + 8, class: "tick end" }, format(ymax)),
      make("text", { x: left + 8, y: top + 8, class: "label start" }, ylabel),
    );
    stage.append(make("div", { class: "canvas curve" }, svg));
    this.painters.push(() => {
      // The chosen class is the one whose target is 1.
      const chosen = of.findIndex((name) => this.x[this.index[name]] === 1);
      const p = this.index[node[Math.max(0, chosen)]];
      const [x, y, slope] = [this.x[p], this.x[this.root], this.gradient[p]];
      const [cx, cy] = at(x, y);
      write(dot, "", { cx, cy });
      const reach = Math.min(0.18, 1.2 / Math.max(1e-9, Math.abs(slope)));
      const [x1, y1] = at(x - reach, y - slope * reach);
      const [x2, y2] = at(x + reach, Math.max(0, y + slope * reach));
      write(tangent, "", { x1, y1, x2, y2 });
      svg.setAttribute(
        "aria-label",
        `${ylabel} against ${xlabel}: at ${format(x)} the loss is ` +
          `${format(y)} and the slope ${this.predicting ? "hidden" : format(slope, true)}`,
      );
    });
  }

  // --- two ways to one result ---

  buildCompare(stage) {
    const text = make("p", { class: "compare" });
    stage.append(text);
    this.painters.push(() => {
      const differences = this.spec.compare.pairs.map(([grad, value]) =>
        Math.abs(this.gradient[this.index[grad]] - this.x[this.index[value]]),
      );
      const largest = Math.max(...differences);
      const shown = largest < 1e-12 ? "0, up to rounding" : format(largest);
      write(text, this.predicting ? "" : `${this.spec.compare.text} ${shown}.`);
    });
  }

  // --- words ---

  buildLegend() {
    const key = (sign, text) =>
      make("span", { class: "key", "data-sign": sign }, text);
    const scale = this.spec.rows ? ` Full colour: ${format(this.spec.scale)} and more.` : "";
    return make(
      "p",
      { class: "legend" },
      key("positive", "+ positive"),
      key("negative", "− negative"),
      key("zero", "0 exactly zero"),
      make("span", {}, `Gradients carry their sign.${scale}`),
    );
  }

  currentStep() {
    return this.state.step == null ? -1 : this.state.step - 1;
  }

  /** The sentence under the picture: one step, or the selected gradient. */
  describe() {
    if (this.predicting) return "First a guess. All gradients are hidden.";
    const { step, selected } = this.state;
    if (step === 0) {
      const first = this.spec.given?.[0] ?? this.spec.root;
      const arrives = format(this.gradient[this.index[first]], true);
      return `The backward pass starts here: d${this.spec.root}/d${first} = ${arrives}.`;
    }
    if (step != null) return this.describeStep(step - 1);
    if (this.state.diagonal) return this.describeDiagonal();
    return this.describeGradient(selected);
  }

  describeStep(k) {
    const step = this.steps[k];
    const heading = `Step ${k + 1} of ${this.steps.length}. `;
    if (step.text) return [heading, step.text];
    const [from, to] = [this.index[step.from], this.index[step.to]];
    const slope = this.edgeSlope(from, to, step);
    const upstream = this.gradient[to];
    const share = upstream * slope;
    const arrived = this.arrived.get(step.from);
    const sum = arrived.reduce((a, b) => a + b, 0);
    const joined = arrived.flatMap((v, i) => (i ? [" + ", [v]] : [[v]]));
    return [
      `${heading}${step.to} hands to ${step.from}: upstream `,
      [upstream],
      ` × local derivative ${format(slope)} = `,
      [share],
      ...(arrived.length > 1
        ? [". What has arrived adds up: ", ...joined, " = ", [sum], "."]
        : ["."]),
    ];
  }

  /** The terms of a gradient: through its consumers, or through the numbers
   * that Python names, where every path passes one of them. */
  terms(name) {
    const through = this.spec.through;
    if (!through?.from.includes(name)) {
      const i = this.index[name];
      return explain(this.trace, this.x, this.gradient, i);
    }
    return through.to.map((s) => ({
      op: "jacobian",
      upstream: this.gradient[this.index[s]],
      local: this.slope(s, name),
      source: s,
      factor: `d${s}/d${name}`,
    }));
  }

  describeGradient(name) {
    const i = this.index[name];
    const head = `${this.slopeOf(name)} = `;
    if (i === this.root) return [head, "1, by definition."];
    const terms = this.terms(name);
    if (!terms.length) return [head, "0: nothing depends on it."];
    const source = (t) => (t.source ? this.slopeOf(t.source) : "upstream");
    const slope = { exp: "slope of exp", log: "slope of log" };
    const factor = (t) =>
      t.factor || slope[t.op] || (t.op === "relu" ? "gate" : format(t.local));
    const words = terms.map((t) => `${source(t)} × ${factor(t)}`).join(" + ");
    const numbers = terms.flatMap((t, k) => [
      k ? " + " : "",
      [t.upstream],
      ` × ${t.local < 0 ? `(${format(t.local)})` : format(t.local)}`,
    ]);
    const closed = terms.some((t) => t.op === "relu" && t.local === 0);
    return [
      `${head}${words}`,
      " = ",
      ...numbers,
      " = ",
      [this.gradient[i]],
      closed ? ". The gate is closed here: nothing comes through." : ".",
    ];
  }

  /** "dL/dw0", or "dL/d(3a)" where the name is not a single word. */
  slopeOf(name) {
    const one = /^[a-z_]\w*(\[[\d,]+\])?$/i.test(name);
    return `d${this.spec.root}/d${one ? name : `(${name})`}`;
  }

  /** Writes a sentence: text, and [number]s in the colour of their sign. */
  tell(element, tokens) {
    const pieces = typeof tokens === "string" ? [tokens] : tokens;
    const shown = (p) => (typeof p === "string" ? p : format(p[0], true));
    const form = pieces.map((p) => (typeof p === "string" ? "t" : "n")).join("");
    if (element.dataset.form === form) {
      pieces.forEach((p, i) => {
        const node = element.childNodes[i];
        if (typeof p !== "string") write(node, shown(p), { "data-sign": signOf(p[0]) });
        else if (node.data !== p) node.data = p;
      });
      return;
    }
    element.dataset.form = form;
    element.replaceChildren(
      ...pieces.map((p) =>
        typeof p === "string"
          ? p
          : make("b", { "data-sign": signOf(p[0]) }, shown(p)),
      ),
    );
  }

  describeDiagonal() {
    const { z, s } = this.spec.diagonal;
    const wrong = z.map(
      (name, i) => this.gradient[this.index[s[i]]] * this.slope(s[i], name),
    );
    const errors = wrong.map((w, i) =>
      Math.abs(w - this.gradient[this.index[z[i]]]),
    );
    return (
      `With the diagonal alone, the gradient would be ` +
      `(${wrong.map((w) => format(w, true)).join(", ")}), adding up to ` +
      `${format(wrong.reduce((a, b) => a + b, 0), true)} instead of 0. ` +
      `The largest error is ${format(Math.max(...errors))}.`
    );
  }

  describeProbe() {
    const name = this.active;
    if (this.predicting || !(name in this.leaves)) return "";
    const h = 0.01;
    const i = this.index[name];
    const moved = { ...this.state.values, [name]: this.x[i] + h };
    const change = evaluate(this.trace, moved)[this.root] - this.x[this.root];
    return (
      `Nudge ${name} by ${h}: ${this.spec.root} moves by ` +
      `${(change < 0 ? "−" : "+") + Math.abs(change).toFixed(4)}; the gradient ` +
      `predicted ${(this.gradient[i] < 0 ? "−" : "+") + Math.abs(h * this.gradient[i]).toFixed(4)}.`
    );
  }

  /** What the selected gradient is made of, to be lit up. */
  relight() {
    this.lit = new Set();
    const { selected, step } = this.state;
    if (step != null || this.predicting || !(selected in this.index)) return;
    for (const t of this.terms(selected)) {
      if (t.source) this.lit.add(`d ${t.source}`);
      if (t.factor) this.lit.add(t.factor);
    }
  }

  // --- controls ---

  buildControls() {
    const bar = make("div", { class: "controls" });
    this.steps ??= this.spec.steps ?? [];
    const last = this.steps.length;
    const scrubber = make("input", {
      type: "range",
      min: 0,
      max: last,
      step: 1,
      "aria-label": "Backward pass, step by step",
      class: "scrubber",
    });
    const go = (step) => {
      this.stop();
      this.change({ step: Math.max(0, Math.min(last, step)) });
    };
    const here = () => this.state.step ?? last;
    scrubber.addEventListener("input", () => go(Number(scrubber.value)));
    this.play = button("▸ Play", () => this.togglePlay(last));
    const all = button("Show all", () => {
      this.stop();
      this.change({ step: null });
    });
    bar.append(
      button("‹ Back", () => go(here() - 1)),
      button("Next ›", () => go(this.state.step == null ? 0 : here() + 1)),
      this.play,
      scrubber,
      all,
      button("Predict first", () => this.predict()),
      button("Reset", () => this.reset()),
    );
    const link = make("span", { class: "link", role: "status" });
    bar.append(button("Copy link", () => this.copyLink(link)), link);
    for (const choice of this.spec.choices ?? []) bar.append(this.buildChoice(choice));
    if (this.spec.diagonal) bar.append(this.buildSwitch());
    this.painters.push(() => {
      const text =
        this.state.step == null ? "all steps" : `step ${this.state.step} of ${last}`;
      if (scrubber.value !== String(here())) scrubber.value = String(here());
      scrubber.setAttribute("aria-valuetext", text);
      all.disabled = this.state.step == null;
    });
    return bar;
  }

  buildChoice({ label, options }) {
    const set = make("fieldset", { class: "choice" }, make("legend", {}, label));
    options.forEach(({ text, values }, k) => {
      const radio = make("input", {
        type: "radio",
        name: `${this.id}-${label}`,
        id: `${this.id}-${label}-${k}`.replace(/\s/g, "-"),
      });
      radio.addEventListener("change", () =>
        this.change({ values: { ...this.state.values, ...values } }),
      );
      set.append(make("label", { for: radio.id }, radio, ` ${text}`));
      this.painters.push(() => {
        radio.checked = Object.entries(values).every(
          ([name, value]) => this.x[this.index[name]] === value,
        );
      });
    });
    return set;
  }

  buildSwitch() {
    const box = make("input", { type: "checkbox", id: `${this.id}-diagonal` });
    box.addEventListener("change", () => this.change({ diagonal: box.checked }));
    this.painters.push(() => (box.checked = Boolean(this.state.diagonal)));
    return make("label", { for: box.id, class: "switch" }, box, " diagonal only");
  }

  buildSliders() {
    const panel = make("div", { class: "sliders" });
    if (this.spec.one_slider) panel.append(this.buildSlider(() => this.active));
    else for (const name of this.spec.sliders) panel.append(this.buildSlider(() => name));
    return panel;
  }

  /** A slider and a number box for one leaf; which one may change. */
  buildSlider(which) {
    const id = `${this.id}-${(this.sliderCount = (this.sliderCount ?? 0) + 1)}`;
    const range = make("input", { type: "range", id, step: "any" });
    const box = make("input", { type: "number", step: "any" });
    const label = make("label", { for: id });
    const gradient = make("span", { class: "grad" });
    range.addEventListener("input", () => this.setValue(which(), Number(range.value)));
    box.addEventListener("change", () => {
      this.setValue(which(), box.value.trim() === "" ? NaN : Number(box.value));
    });
    range.addEventListener("focus", () => this.activate(which()));
    this.painters.push(() => {
      const name = which();
      const i = this.index[name];
      const { min, max } = this.leaves[name];
      const value = this.x[i];
      for (const input of [range, box]) {
        if (input.dataset.node !== name) {
          input.dataset.node = name;
          input.min = min;
          input.max = max;
          box.setAttribute("aria-label", `${name}, exact value`);
        }
      }
      if (Number(range.value) !== value) range.value = String(value);
      const rounded = String(Math.round(value * 1e4) / 1e4);
      if (document.activeElement !== box && box.value !== rounded) box.value = rounded;
      const shown = this.isHidden(name) ? "?" : format(this.gradient[i], true);
      const plain = this.spec.plain?.includes(name);
      write(label, name);
      if (gradient.hidden !== Boolean(plain)) gradient.hidden = Boolean(plain);
      write(gradient, plain ? "" : `d${this.spec.root}/d${name} ${shown}`, {
        "data-sign": this.isHidden(name) ? "" : signOf(this.gradient[i]),
      });
      const spoken = `${name} = ${format(value)}${plain ? "" : `, gradient ${shown}`}`;
      if (range.getAttribute("aria-valuetext") !== spoken) {
        range.setAttribute("aria-valuetext", spoken);
      }
    });
    return make(
      "div",
      { class: "slider" },
      make("div", { class: "head" }, label, box, gradient),
      range,
    );
  }

  activate(name) {
    if (this.active !== name) {
      this.active = name;
      this.paint();
    }
  }

  stop() {
    clearInterval(this.playing);
    this.playing = 0;
    write(this.play, "▸ Play");
  }

  togglePlay(last) {
    if (this.playing) return this.stop();
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
      return this.change({ step: last });
    }
    this.change({ step: 0 });
    write(this.play, "❚❚ Pause");
    this.playing = setInterval(() => {
      const step = (this.state.step ?? 0) + 1;
      if (step > last) return this.stop();
      this.change({ step });
    }, 700);
  }

  reset() {
    this.stop();
    this.endPrediction();
    this.active = this.firstActive();
    this.change({ ...this.spec.start });
  }

  // --- links ---

  link() {
    const fields = new URLSearchParams({ figure: this.spec.name });
    for (const [name, value] of Object.entries(this.state.values)) {
      if (value !== this.spec.start.values[name]) fields.set(name, String(value));
    }
    return `${location.href.split("#")[0]}#${fields}`;
  }

  copyLink(status) {
    const link = this.link();
    try {
      history.replaceState(null, "", link);
    } catch {
      // A page without an address of its own: the link is shown below.
    }
    const done = (text) => write(status, text);
    if (navigator.clipboard && isSecureContext) {
      navigator.clipboard.writeText(link).then(
        () => done("Copied."),
        () => done(link),
      );
    } else done(link);
  }

  applyLink() {
    const values = parseLink(location.hash, this.spec.name, this.leaves);
    if (!values) return;
    this.change({ values: { ...this.state.values, ...values } });
    this.root_element.scrollIntoView?.();
  }

  // --- predict first ---

  buildPrediction() {
    this.question = make("div", { class: "prediction", hidden: "" });
    return this.question;
  }

  predict() {
    this.stop();
    const { selected } = this.state;
    const name = selected in this.leaves ? selected : this.spec.predict;
    this.predicting = { name };
    this.change({ step: null });
    const root = this.spec.root;
    this.ask(`If ${name} rises a little, what does ${root} do?`, [
      [`${root} rises`, (g) => g > 0],
      [`${root} falls`, (g) => g < 0],
      [`${root} does not move`, (g) => g === 0],
    ], () => this.predictSize(name), () => this.describeSign(name));
  }

  /** Why a gradient has its sign, without giving its size away. */
  describeSign(name) {
    const i = this.index[name];
    const sign = (v) => (v > 0 ? "+" : v < 0 ? "−" : "0");
    const terms = this.terms(name).map(
      (t) => `(${sign(t.upstream)}) × (${sign(t.local)})`,
    );
    const sum = terms.join(" + ") || "nothing";
    return [
      `${this.slopeOf(name)} is made of ${sum}, upstream × local. ` +
        `Here it is ${signOf(this.gradient[i])}.`,
    ];
  }

  predictSize(name) {
    const i = this.index[name];
    const g = this.gradient[i];
    const locals = this.terms(name);
    const guesses = [
      [g, ""],
      [this.x[i], `That is ${name} itself, not how fast ${this.spec.root} moves with it.`],
      [2 * g, "Twice the right size: was a path counted twice?"],
      [locals[0]?.local ?? 1, "That is one local derivative, without the upstream gradient or the other paths."],
      [1, "It would be 1 if nothing multiplied it on its way."],
    ];
    const seen = new Set();
    const options = guesses
      .filter(([v]) => !seen.has(format(v, true)) && seen.add(format(v, true)))
      .slice(0, 3)
      .sort((a, b) => a[0] - b[0]);
    this.ask(
      `How far does ${this.spec.root} move, for each unit of ${name}?`,
      options.map(([v, why]) => [format(v, true), (x) => format(x, true) === format(v, true), why]),
      () => this.endPrediction(),
      () => this.describeGradient(name),
    );
  }

  /** A question with answers; a wrong one says why, a right one goes on. */
  ask(text, answers, next, explanation) {
    const { name } = this.predicting;
    const reply = make("p", { class: "reply", role: "status" });
    const buttons = answers.map(([label, isRight, why]) =>
      button(label, (event) => {
        const right = isRight(this.gradient[this.index[name]]);
        event.target.setAttribute("data-answer", right ? "right" : "wrong");
        if (!right) {
          const reason = why ?? "";
          this.tell(reply, [`Not so. ${reason ? `${reason} ` : ""}`, ...explanation()]);
        } else this.tell(reply, ["Right. ", ...explanation()]);
        const last = button(right ? "Go on" : "I see, go on", next);
        buttons.forEach((b) => (b.disabled = true));
        this.question.append(last);
        last.focus();
      }),
    );
    this.question.replaceChildren(make("p", {}, text), ...buttons, reply);
    this.question.hidden = false;
    buttons[0].focus();
    this.paint();
  }

  endPrediction() {
    const name = this.predicting?.name;
    this.predicting = null;
    this.question.hidden = true;
    this.question.replaceChildren();
    if (name) this.change({ selected: name, step: null });
  }

  // --- painting: numbers first, then every place that shows one ---

  paint() {
    const state = this.state;
    this.x = evaluate(this.trace, state.values);
    this.gradient = sweep(this.trace, this.x, this.root);
    this.jacobians = {};
    this.shown = new Set([this.spec.root, ...(this.spec.given ?? [])]);
    this.arrived = new Map();
    if (state.step != null) this.walkTo(state.step);
    this.relight();
    for (const painter of this.painters) painter();
    for (const painter of this.graph?.painters ?? []) painter();
    this.tell(this.sentence, this.describe());
    write(this.probe, this.describeProbe());
  }

  /** Which gradients are known after so many steps, and what has arrived. */
  walkTo(step) {
    for (const { from, to, names, operand } of this.steps.slice(0, step)) {
      if (names) names.forEach((name) => this.shown.add(name));
      else {
        const [i, j] = [this.index[from], this.index[to]];
        const share = this.gradient[j] * this.edgeSlope(i, j, { operand });
        this.arrived.set(from, [...(this.arrived.get(from) ?? []), share]);
        this.shown.add(from);
      }
    }
  }
}

function button(text, action) {
  const element = make("button", { type: "button" }, text);
  element.addEventListener("click", action);
  return element;
}

/** One tab stop for a grid of buttons; arrow keys move inside. */
function roving(buttons, columns) {
  buttons.forEach((b, i) => {
    b.tabIndex = i === 0 ? 0 : -1;
    b.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns };
      const next = buttons[i + (step[event.key] ?? NaN)];
      if (!next) return;
      event.preventDefault();
      buttons.forEach((other) => (other.tabIndex = -1));
      next.tabIndex = 0;
      next.focus();
    });
  });
}

/** The front-end module interface of anywidget: model and element in, cleanup
 * out. @param {{model: any, el: HTMLElement}} context */
function render({ model, el }) {
  const figure = new Figure(model, el);
  figure.build();
  const repaint = () => figure.paint();
  model.on("change:state", repaint);
  return () => {
    figure.stop();
    figure.watcher?.disconnect();
    model.off("change:state", repaint);
  };
}

export default { render };
