/**
 * Live figures without a kernel. The page holds each widget's saved state; this
 * host imports the widget's own module from it and lets it render, with a model
 * that has what anywidget's front-end interface promises: get, set, on, off,
 * save_changes. Nothing is fetched.
 */
const json = (type) =>
  [...document.querySelectorAll(`script[type="application/vnd.jupyter.${type}+json"]`)];
const saved = Object.assign({}, ...json("widget-state").map((s) => JSON.parse(s.textContent).state));
const models = {};

/** The module or the styles of a kind of widget: its first model keeps them. */
const shared = (kind, part) =>
  Object.values(saved).find((m) => m.state._anywidget_id === kind && m.state[part])?.state[part];

/** One model for each widget, so that two views of it stay in step. */
function modelOf(id) {
  const state = saved[id].state;
  const listeners = {};
  return (models[id] ??= {
    get: (name) => state[name],
    set(name, value) {
      state[name] = value;
      for (const listener of listeners[`change:${name}`] ?? []) listener();
    },
    on: (event, listener) => (listeners[event] ??= []).push(listener),
    off: (event, listener) => (listeners[event] = (listeners[event] ?? []).filter((l) => l !== listener)),
    save_changes() {},
  });
}

async function show(kind, views) {
  const styles = Object.assign(document.createElement("style"), { textContent: shared(kind, "_css") });
  document.head.append(styles);
  const module = new Blob([shared(kind, "_esm")], { type: "text/javascript" });
  const { default: widget } = await import(URL.createObjectURL(module));
  for (const [view, id] of views) {
    const el = document.createElement("div");
    view.after(el);
    widget.render({ model: modelOf(id), el });
  }
}

const kinds = new Map();
for (const view of json("widget-view")) {
  const id = JSON.parse(view.textContent).model_id;
  const kind = saved[id]?.state._anywidget_id;
  if (kind) kinds.set(kind, [...(kinds.get(kind) ?? []), [view, id]]);
}
for (const [kind, views] of kinds) show(kind, views);
