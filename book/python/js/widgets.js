/**
 * Live figures, with and without Python. A page holds each stored widget's
 * saved state, and a cell that runs in the page makes new ones. This host
 * imports the widget's own module and lets it render, with a model that has
 * what anywidget's front-end interface promises: get, set, on, off,
 * save_changes. Nothing is fetched.
 */
const json = (type) =>
  [...document.querySelectorAll(`script[type="application/vnd.jupyter.${type}+json"]`)];
const stored = Object.assign({}, ...json("widget-state").map((s) => JSON.parse(s.textContent).state));
const models = {};
const modules = new Map(); // a module's text: a promise of the module

/**
 * One model for each widget, so that two views of it stay in step. tell hears
 * what a view wants to save.
 * @param {Record<string, any>} state @param {(changed: Record<string, any>) => void} tell
 */
export function makeModel(state, tell = () => {}) {
  const listeners = {};
  let changed = {};
  const put = (name, value) => {
    state[name] = value;
    for (const listener of listeners[`change:${name}`] ?? []) listener();
  };
  return {
    get: (name) => state[name],
    set(name, value) {
      changed[name] = value;
      put(name, value);
    },
    on: (event, listener) => (listeners[event] ??= []).push(listener),
    off: (event, listener) => (listeners[event] = (listeners[event] ?? []).filter((l) => l !== listener)),
    save_changes() {
      const news = changed;
      changed = {};
      if (Object.keys(news).length) tell(news);
    },
    /** New values from Python. */
    take: (news) => Object.entries(news).forEach(([name, value]) => put(name, value)),
  };
}

/** The module or the styles of a kind of widget: its first model keeps them. */
const shared = (kind, part) =>
  Object.values(stored).find((m) => m.state._anywidget_id === kind && m.state[part])?.state[part];

/**
 * Show a widget in an element. Returns what removes it again.
 * @param {{esm: string, css: string}} code @param {any} model @param {HTMLElement} el
 */
export async function showWidget({ esm, css }, model, el) {
  if (!modules.has(esm)) {
    document.head.append(Object.assign(document.createElement("style"), { textContent: css ?? "" }));
    const module = new Blob([esm], { type: "text/javascript" });
    modules.set(esm, import(URL.createObjectURL(module)));
  }
  const { default: widget } = await modules.get(esm);
  return widget.render({ model, el });
}

/** The widgets that the page came with. */
export function showStored() {
  for (const view of json("widget-view")) {
    const id = JSON.parse(view.textContent).model_id;
    const kind = stored[id]?.state._anywidget_id;
    if (!kind) continue;
    const el = document.createElement("div");
    view.after(el);
    models[id] ??= makeModel(stored[id].state);
    showWidget({ esm: shared(kind, "_esm"), css: shared(kind, "_css") }, models[id], el);
  }
}
