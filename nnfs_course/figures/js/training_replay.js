/**
 * Training, played again. Python sends pictures of what the network predicts
 * and the run's numbers. First what is pure; then what draws.
 *
 * @typedef {(number | null)[]} Numbers  null: not finite
 * @typedef {{label: string, epochs: number, stopped: string | null,
 *   kept: number[], pictures: string[], loss: Numbers, accuracy: Numbers,
 *   norms: Record<string, Numbers>, curve: object}} Run
 */

// ---------------------------------------------------------------- pure

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef";

/** A picture, run by run, as class * levels + level of each cell, or -1. */
export function decode(text) {
  return [...text.matchAll(/(\D)(\d*)/g)].flatMap(([, letter, n]) =>
    new Array(Number(n || 1)).fill(LETTERS.indexOf(letter)),
  );
}

/** Where the nearest number stands; the first of two. */
export function nearest(list, x) {
  let best = 0;
  list.forEach((y, i) => {
    if (Math.abs(y - x) < Math.abs(list[best] - x)) best = i;
  });
  return best;
}

/** A number for people, with so many digits. */
export function format(x, digits = 2) {
  if (x == null) return "–"; // not finite
  const size = Math.abs(x);
  if (size === 0) return "0";
  if (size < 1e-4 || size >= 1e5) {
    return x.toExponential(digits - 1).replace("e-", "e−").replace("e+", "e");
  }
  return size >= 10 ** digits ? x.toFixed(0) : x.toPrecision(digits);
}

/** What a screen reader says, and everybody reads.
 * @param {Run} run @param {number} k which of the kept epochs */
export function sentence(run, k) {
  const epoch = run.kept[k];
  const norms = Object.entries(run.norms);
  const still = norms.filter(([, x]) => x[k] === 0).map(([name]) => name);
  const parts = [
    epoch ? `Epoch ${epoch} of ${run.epochs}: ` : "Before training: ",
    `loss ${format(run.loss[k], 3)}, accuracy ${format(run.accuracy[k])}, `,
    `gradient norms ${norms.map(([name, x]) => `${name} ${format(x[k])}`).join(", ")}.`,
  ];
  if (still.length) {
    parts.push(` Exactly 0: ${still.join(" and ")} cannot learn from that.`);
  }
  if (k === run.kept.length - 1) parts.push(ending(run));
  return parts.join("");
}

function ending({ stopped, epochs }) {
  if (stopped === "diverged") {
    return ` Training stopped in epoch ${epochs + 1}: a number was not finite.`;
  }
  return stopped ? ` Training was interrupted after epoch ${epochs}.` : "";
}

/** Run and epoch from a link. What is unknown is ignored; a number beyond the
 * last epoch shows the last. @param {string} hash @param {Run[]} runs */
export function parseLink(hash, runs) {
  const fields = new URLSearchParams(hash.slice(1));
  const found = {};
  if (fields.get("figure") !== "training-replay") return found;
  const [run, epoch] = [fields.get("run"), parseFloat(fields.get("epoch"))];
  if (runs.some(({ label }) => label === run)) found.run = run;
  if (Number.isFinite(epoch)) found.epoch = epoch;
  return found;
}

// Middle tones: as a wash they suit white paper and black.
const WASH = [[0, 114, 178], [213, 94, 0], [0, 158, 115], [170, 70, 150]];

/** The picture's pixels, RGBA. Confidence goes over evenly between the middles
 * of cells; each class has its texture, and a stronger edge.
 * @param {number[]} codes @param {number} cells along a side */
export function pixels(codes, cells, levels, classes, size) {
  const of = codes.map((code) => Math.floor(code / levels));
  const sure = codes.map((code) => ((code % levels) + 1) / levels); // 0 for -1
  const along = Array.from({ length: size }, (_, i) =>
    Math.min(cells - 1.001, Math.max(0, ((i + 0.5) * cells) / size - 0.5)),
  );
  const first = along.map(Math.floor);
  const owner = new Int8Array(size * size).fill(-1);
  const data = new Uint8ClampedArray(4 * size * size);
  const scores = new Float64Array(classes);
  for (let i = 0; i < size * size; i++) {
    const x = i % size;
    const y = (i / size) | 0;
    const cell = first[y] * cells + first[x];
    const v = along[y] - first[y];
    const u = along[x] - first[x];
    const a = (1 - v) * (1 - u) * sure[cell];
    const b = (1 - v) * u * sure[cell + 1];
    const c = v * (1 - u) * sure[cell + cells];
    const d = v * u * sure[cell + cells + 1];
    const total = a + b + c + d;
    if (!total) continue;
    let best = of[cell];
    if (best !== of[cell + 1] || best !== of[cell + cells] || best !== of[cell + cells + 1]) {
      scores.fill(0);
      scores[best] += a;
      scores[of[cell + 1]] += b;
      scores[of[cell + cells]] += c;
      scores[of[cell + cells + 1]] += d;
      best = scores.indexOf(Math.max(...scores));
    }
    owner[i] = best;
    const edge = (x && owner[i - 1] !== best) || (y && owner[i - size] !== best);
    const texture = best && (best & 1 ? x + y : x - y + size) % (6 + 2 * (best >> 1)) === 0;
    const [red, green, blue] = WASH[best];
    data[4 * i] = red;
    data[4 * i + 1] = green;
    data[4 * i + 2] = blue;
    data[4 * i + 3] = edge ? 220 : 24 + 96 * total + (texture ? 32 : 0);
  }
  return data;
}

// ------------------------------------------------------------- drawing

const SVG = "http://www.w3.org/2000/svg";
const DRAWN = new Set(["svg", "g", "path", "circle", "text", "line"]);

function make(tag, attributes = {}, ...children) {
  const element = DRAWN.has(tag)
    ? document.createElementNS(SVG, tag)
    : document.createElement(tag);
  set(element, attributes);
  element.append(...children);
  return element;
}

/** Attributes and text; only what changed is written. */
function set(element, attributes, text) {
  for (const [name, value] of Object.entries(attributes)) {
    if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value);
  }
  if (text != null && element.textContent !== text) element.textContent = text;
  return element;
}

function button(text, action) {
  const element = make("button", { type: "button" }, text);
  element.addEventListener("click", action);
  return element;
}

/** For a legend. */
const sample = (width, style, d) =>
  make("svg", { viewBox: `0 0 ${width} 14`, width, class: "sample", "aria-hidden": "true" }, make("path", { class: style, d }));

/** A mark for each class, around its point. */
const MARKS = [
  "m-3.9 0a3.9 3.9 0 1 0 7.8 0a3.9 3.9 0 1 0-7.8 0z",
  "m0-5l4.8 8.6h-9.6z",
  "m-3.6-3.6h7.2v7.2h-7.2z",
  "m0-5.2l5.2 5.2-5.2 5.2-5.2-5.2z",
];

// A panel with a curve, in its own units.
const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [420, 184, 46, 10, 8, 26];
const SIDE = 400; // of the square, as Python has it
const PIXELS = 160;

class Replay {
  constructor(model, host) {
    this.model = model;
    this.spec = model.get("spec");
    this.build(host);
  }

  get state() {
    return this.model.get("state");
  }
  /** The run that is shown. @returns {Run} */
  get run() {
    const { runs } = this.spec;
    return runs.find(({ label }) => label === this.state.run) ?? runs[0];
  }
  /** Which of its pictures is shown. */
  get place() {
    return nearest(this.run.kept, this.state.epoch);
  }
  change(part) {
    this.model.set("state", { ...this.state, ...part });
    this.model.save_changes();
    this.paint();
  }
  /** What a hand chooses stops the playing. */
  halt(part) {
    this.stop();
    this.change(part);
  }
  go(place) {
    const { kept } = this.run;
    this.halt({ epoch: kept[Math.max(0, Math.min(kept.length - 1, place))] });
  }

  build(host) {
    const { spec } = this;
    this.numbers = {};
    this.sentence = make("p", { class: "explain", "aria-live": "polite" });
    this.root = make(
      "section",
      { class: "nnfs-replay", "data-figure": "training-replay", "aria-label": spec.title },
      make("header", {}, make("strong", {}, spec.title), this.number("epoch", "epoch")),
      make(
        "div",
        { class: "stage" },
        this.buildPlane(),
        make("div", { class: "curves" }, this.buildLoss(), this.buildNorms()),
      ),
      this.sentence,
      this.buildControls(),
    );
    host.append(this.root);
    const link = parseLink(location.hash, spec.runs);
    if (Object.keys(link).length) {
      this.change(link);
      this.root.scrollIntoView?.();
    } else this.paint();
    this.root.setAttribute("data-ready", "true");
  }

  /** A name and a place for its number. */
  number(node, text, before = "") {
    const value = make("b", { "data-node": node, "data-kind": "value" });
    this.numbers[node] = value;
    return make("span", { class: "number" }, before, `${text} `, value);
  }

  buildPlane() {
    const { marks, shown, samples } = this.spec;
    this.canvas = make("canvas", { width: PIXELS, height: PIXELS });
    const points = make("svg", { viewBox: `0 0 ${SIDE} ${SIDE}`, "aria-hidden": "true" });
    const legend = make("p", { class: "legend" });
    marks.forEach((flat, c) => {
      let d = "";
      for (let i = 0; i < flat.length; i += 2) d += `M${flat[i]} ${flat[i + 1]}${MARKS[c]}`;
      points.append(make("path", { class: `mark c${c}`, d }));
      legend.append(make("span", {}, sample(14, `mark c${c}`, `M7 7${MARKS[c]}`), ` class ${c}`));
    });
    const some = shown < samples ? ` Drawn: ${shown} of ${samples} points.` : "";
    const label = "Map of the predicted class over the plane, with the data as marks";
    return make(
      "div",
      { class: "plane" },
      make("p", { class: "numbers" }, this.number("accuracy", "accuracy")),
      make("div", { class: "square", role: "img", "aria-label": label }, this.canvas, points),
      legend,
      make("p", { class: "note" }, `Marks: the data. Colour: what the network predicts there; the stronger, the surer.${some}`),
    );
  }

  /** Axes, and a cursor; curves are drawn on them later. */
  panel(title, { low, high, ticks }) {
    const svg = make("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": title });
    const { last, epochs } = this.spec.axes;
    const x = (epoch) => LEFT + (Math.log1p(epoch) / Math.log1p(last)) * (WIDTH - LEFT - RIGHT);
    const y = (value) => {
      const share = Math.log(Math.min(high, Math.max(low, value)) / low) / Math.log(high / low);
      return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
    };
    const text = (words, at) => svg.append(make("text", at, words));
    for (const value of ticks) {
      const at = y(value);
      svg.append(make("line", { class: "grid", x1: LEFT, x2: WIDTH - RIGHT, y1: at, y2: at }));
      text(value < 1e-3 ? format(value, 1) : value, { class: "end", x: LEFT - 6, y: at + 4 });
    }
    for (const epoch of epochs) {
      text(epoch, { class: epoch === last ? "end" : "middle", x: x(epoch), y: HEIGHT - 9 });
    }
    const cursor = make("line", { class: "cursor", y1: TOP, y2: HEIGHT - BOTTOM });
    svg.append(
      make("line", { class: "axis", x1: LEFT, x2: WIDTH - RIGHT, y1: HEIGHT - BOTTOM, y2: HEIGHT - BOTTOM }),
      cursor,
    );
    return { svg, x, y, cursor };
  }

  /** A path; it breaks where a number is 0 or not finite. */
  line({ x, y }, epochs, numbers) {
    let pen = "M";
    return epochs
      .map((epoch, i) => {
        if (!(numbers[i] > 0)) return (pen = "M") && "";
        const step = `${pen}${x(epoch).toFixed(1)} ${y(numbers[i]).toFixed(1)}`;
        pen = "L";
        return step;
      })
      .join("");
  }

  buildLoss() {
    const { runs } = this.spec;
    const at = this.panel("Loss over epochs", this.spec.axes.loss);
    this.loss = at;
    this.lines = runs.map(({ curve }) =>
      make("path", { class: "other", d: this.line(at, curve.epochs, curve.loss) }),
    );
    at.dot = make("circle", { class: "dot", r: 4.5 });
    at.svg.append(...this.lines, at.dot);
    const others = runs.length > 1 ? "thin: the other runs" : "";
    return make(
      "div",
      {},
      make("p", { class: "numbers" }, this.number("loss", "loss"), make("span", { class: "note" }, others)),
      at.svg,
    );
  }

  buildNorms() {
    const at = this.panel("Gradient norms over epochs", this.spec.axes.norms);
    this.norms = at;
    at.lines = {};
    const heads = this.spec.layers.map((name, i) => {
      const style = `line l${i % 4}`;
      const dot = make("circle", { class: "dot", r: 4.5 });
      at.lines[name] = { path: make("path", { class: style }), dot };
      at.svg.append(at.lines[name].path, dot);
      return this.number(name, name, sample(26, style, "M0 7H26"));
    });
    return make(
      "div",
      {},
      make("p", { class: "numbers" }, "gradient norms", ...heads),
      at.svg,
      make("p", { class: "note" }, "Across: epochs, on a log scale. Numbers are measured in an epoch, before its step; the map is the network after it."),
    );
  }

  slider(node, text, last, go, ...below) {
    const input = make("input", { type: "range", min: 0, max: last, "data-node": node });
    input.addEventListener("input", () => go(Number(input.value)));
    this[`${node}Slider`] = input;
    return make("label", {}, make("b", {}, text), make("span", {}, input, ...below));
  }

  buildControls() {
    const { runs, varies, start } = this.spec;
    this.labels = runs.map(({ label }) => make("span", {}, label));
    this.play = button("▸ Play", () => this.togglePlay());
    const status = make("span", { class: "note", role: "status" });
    const sliders = [this.slider("epoch", "epoch", 0, (place) => this.go(place))];
    if (runs[1]) {
      const choose = (i) => this.halt({ run: runs[i].label });
      const labels = make("span", { class: "labels", "aria-hidden": "true" }, ...this.labels);
      sliders.push(this.slider("run", varies, runs.length - 1, choose, labels));
    }
    return make(
      "div",
      { class: "controls" },
      ...sliders,
      button("‹ Back", () => this.go(this.place - 1)),
      button("Next ›", () => this.go(this.place + 1)),
      this.play,
      button("Reset", () => this.halt(start)),
      button("Copy link", () => this.copyLink(status)),
      status,
    );
  }

  stop() {
    clearInterval(this.playing);
    this.playing = null;
    set(this.play, {}, "▸ Play");
  }

  togglePlay() {
    if (this.playing) return this.stop();
    const { kept } = this.run;
    const last = kept.length - 1;
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return this.go(last);
    if (this.place === last) this.go(0);
    set(this.play, {}, "❚❚ Pause");
    this.playing = setInterval(() => {
      const next = this.place + 1;
      if (next > last) return this.stop();
      this.change({ epoch: kept[next] });
    }, 350);
  }

  copyLink(status) {
    const { start } = this.spec;
    const fields = new URLSearchParams({ figure: "training-replay" });
    const now = { run: this.run.label, epoch: this.run.kept[this.place] };
    for (const name of ["run", "epoch"]) {
      if (now[name] !== start[name]) fields.set(name, now[name]);
    }
    const link = `${location.href.split("#")[0]}#${fields}`;
    try {
      history.replaceState(null, "", link);
    } catch {
      // a page without an address of its own
    }
    const show = () => set(status, {}, link);
    if (navigator.clipboard && isSecureContext) {
      navigator.clipboard.writeText(link).then(() => set(status, {}, "Copied."), show);
    } else show();
  }

  paint() {
    const { run, place } = this;
    const epoch = run.kept[place];
    this.paintPlane(run, place);
    const shown = { epoch, loss: run.loss[place], accuracy: run.accuracy[place] };
    for (const name in run.norms) shown[name] = run.norms[name][place];
    for (const [node, element] of Object.entries(this.numbers)) {
      const value = shown[node];
      const text = node === "epoch" ? `${epoch} of ${run.epochs}` : format(value, node === "loss" ? 3 : 2);
      set(element, { "data-value": value ?? "" }, text);
    }
    this.paintCurves(run, epoch, shown);
    set(this.sentence, {}, sentence(run, place));
    const said = epoch ? `epoch ${epoch} of ${run.epochs}` : "before training";
    set(this.epochSlider, { max: run.kept.length - 1, "aria-valuetext": said });
    this.epochSlider.value = place;
    if (this.runSlider) {
      const chosen = this.spec.runs.indexOf(run);
      set(this.runSlider, { "aria-valuetext": `${this.spec.varies} ${run.label}` });
      this.runSlider.value = chosen;
      this.labels.forEach((label, i) => set(label, { "data-chosen": i === chosen }));
    }
  }

  paintPlane(run, place) {
    const { cells, levels, classes } = this.spec;
    const text = run.pictures[place];
    if (text === this.drawn) return;
    this.drawn = text;
    const data = pixels(decode(text), cells, levels, classes, PIXELS);
    this.canvas.getContext("2d").putImageData(new ImageData(data, PIXELS), 0, 0);
  }

  paintCurves(run, epoch, shown) {
    const { loss, norms } = this;
    if (run !== this.shownRun) {
      this.shownRun = run;
      this.lines.forEach((line, i) =>
        set(line, { class: this.spec.runs[i] === run ? "line l0" : "other" }),
      );
      loss.svg.append(this.lines[this.spec.runs.indexOf(run)], loss.dot);
      const { epochs } = run.curve;
      for (const [name, { path }] of Object.entries(norms.lines)) {
        set(path, { d: this.line(norms, epochs, run.curve.norms[name] ?? []) });
      }
    }
    for (const panel of [loss, norms]) {
      const x = panel.x(epoch).toFixed(1);
      set(panel.cursor, { x1: x, x2: x });
    }
    this.putDot(loss, loss.dot, epoch, shown.loss);
    for (const [name, { dot }] of Object.entries(norms.lines)) {
      this.putDot(norms, dot, epoch, shown[name]);
    }
  }

  /** A dot on the curve; a zero stands on the axis, and is hollow. */
  putDot({ x, y }, dot, epoch, value) {
    set(dot, {
      cx: x(epoch).toFixed(1),
      cy: (value > 0 ? y(value) : HEIGHT - BOTTOM).toFixed(1),
      "data-zero": value === 0,
      visibility: value == null ? "hidden" : "visible",
    });
  }
}

/** @param {{model: any, el: HTMLElement}} context as anywidget has it */
function render({ model, el }) {
  const replay = new Replay(model, el);
  const repaint = () => replay.paint();
  model.on("change:state", repaint);
  return () => {
    replay.stop();
    model.off("change:state", repaint);
  };
}

export default { render };
