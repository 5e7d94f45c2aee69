/**
 * The output of a cell: messages from Python as elements, with the classes of
 * the stored outputs, so that they look the same.
 */
import { control } from "./controls.js";
import { make } from "./make.js";
import { coloured } from "./tokens.js";
import { makeModel, showWidget } from "./widgets.js";
import { tellPython } from "./session.js";

const VIEW = "application/vnd.jupyter.widget-view+json";
const live = {}; // comm: {state, model, output}, the widgets made in the page

/** Text as in the stored outputs. */
const block = (kind, ...content) =>
  make("div", { class: `${kind} notranslate` }, make("div", { class: "highlight" }, make("pre", {}, ...content)));

/**
 * @param {HTMLElement} root the cell's output; what it shows is replaced when
 *   the first message comes
 * @param {{alts: string[], verdict: (found: any) => void}} about alts: the
 *   texts of the stored pictures
 */
export function takeOutput(root, { alts, verdict }) {
  const removers = [];
  let fresh = true;
  let pictures = 0;
  let last = null; // the stream that is written to

  function begin() {
    if (!fresh) return;
    fresh = false;
    last = null;
    root.dispatchEvent(new Event("replaced"));
    root.replaceChildren();
  }

  function add(element) {
    last = null;
    root.append(element);
  }

  function write(name, text) {
    if (last?.name !== name) {
      const kind = name === "stderr" ? "stderr" : "stream";
      add(block(`output ${kind} highlight-myst-ansi`));
      const pre = root.lastElementChild.querySelector("pre");
      pre.tabIndex = 0; // long output scrolls, with the keyboard too
      last = { name, pre };
    }
    last.pre.append(text);
  }

  function show({ data, verdict: found }) {
    if (data[VIEW]) return showLive(data[VIEW].model_id, data);
    if (data["text/html"]) {
      const element = make("div", { class: "output text_html" });
      element.innerHTML = data["text/html"];
      if (found) {
        const { exercise, outcome, mistake } = found;
        Object.assign(element.dataset, { exercise, outcome }, mistake ? { mistake } : {});
        verdict(found);
      }
      add(element);
    } else if (data["text/markdown"]) markdown(data["text/markdown"]).forEach(add);
    else if (data["image/svg+xml"]) add(picture(`data:image/svg+xml,${encodeURIComponent(data["image/svg+xml"])}`));
    else if (data["image/png"]) add(picture(`data:image/png;base64,${data["image/png"]}`));
    else add(block("output text_plain highlight-myst-ansi", data["text/plain"]));
  }

  const picture = (src) => make("img", { src, alt: alts[pictures++] ?? "A plot without a description." });

  async function showLive(id, data) {
    const { state, model } = live[id] ?? {};
    const element = make("div");
    add(element);
    if (!state?._esm) {
      element.append(control(model, modelOf, outputOf) ?? block("output text_plain highlight-myst-ansi", data["text/plain"]));
      return;
    }
    const remove = await showWidget({ esm: state._esm, css: state._css }, model, element);
    if (remove) removers.push(remove);
  }

  root.addEventListener("replaced", () => removers.forEach((remove) => remove()), { once: true });

  return {
    /** @param {any} message of worker/in_page/outputs.py */
    take(message) {
      if (message.comm) return talk(message);
      if (message.into) return live[message.into]?.output?.take({ ...message, into: null });
      if (message.type === "clear") {
        fresh = true; // what comes next replaces what is there
        return;
      }
      begin();
      if (message.type === "stream") write(message.name, message.text);
      if (message.type === "show") show(message);
      if (message.type === "note") add(make("p", { class: "cell-note" }, message.text));
      if (message.type === "error") {
        add(block("output traceback highlight-ipythontb", message.text));
        if (message.advice) add(make("p", { class: "cell-note" }, message.advice));
      }
    },
    /** A cell that shows nothing shows nothing. */
    end: begin,
  };
}

/** A widget that another one refers to. @param {string} reference */
const modelOf = (reference) => live[reference.replace("IPY_MODEL_", "")].model;

/** The place of an Output widget: what was printed into it, and what will be. */
function outputOf(model) {
  const element = make("div");
  const entry = Object.values(live).find((one) => one.model === model);
  entry.output = takeOutput(element, { alts: [], verdict() {} });
  for (const message of entry.early.splice(0)) entry.output.take(message);
  return element;
}

/** What a widget says: that it is there, or new values. */
function talk({ type, comm, data }) {
  if (type === "comm_open") {
    const state = data.state;
    const early = []; // what came into an Output before it was shown
    const model = makeModel(state, (news) => tellPython(comm, news));
    live[comm] = { state, model, early, output: { take: (message) => early.push(message) } };
  } else if (type === "comm_msg" && data.method === "update") {
    live[comm]?.model.take(data.state);
  }
}

/** Markdown as far as the course shows it: code in fences, and paragraphs. */
function markdown(text) {
  return text.split(/^```(\w*)\n([^]*?)\n```$/m).flatMap((part, i, all) => {
    if (i % 3 === 1) return [];
    if (i % 3 === 2) return [block("highlight-python", all[i - 1] === "python" ? coloured(part) : part)];
    return part.split(/\n\n+/).filter((p) => p.trim()).map((p) => make("p", {}, ...prose(p)));
  });
}

/** `code`, **bold** and *slanted* as elements. */
const prose = (text) =>
  text.split(/(`[^`]+`|\*\*[^*]+\*\*|\*[^*]+\*)/).map((part) => {
    const found = /^(`|\*\*|\*)([^]+)\1$/.exec(part);
    return found ? make({ "`": "code", "**": "strong", "*": "em" }[found[1]], {}, found[2]) : part;
  });
