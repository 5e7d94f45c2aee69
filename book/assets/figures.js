/**
 * Live figures without a kernel. The page holds each widget's saved state; this
 * host imports the widget's own module from it and lets it render, with a model
 * that has what anywidget's front-end interface promises: get, set, on, off,
 * save_changes. Nothing is fetched.
 */
const json = (type) =>
  [...document.querySelectorAll(`script[type="application/vnd.jupyter.${type}+json"]`)];
const saved = Object.assign({}, ...json("widget-state").map((s) => JSON.parse(s.textContent).state));
const first = (part) => Object.values(saved).find((m) => m.state[part])?.state[part];
const models = {};

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

async function showFigures() {
  const views = json("widget-view").map((view) => [view, JSON.parse(view.textContent).model_id]);
  const figures = views.filter(([, id]) => saved[id]?.state._anywidget_id);
  if (!figures.length) return;
  document.head.append(Object.assign(document.createElement("style"), { textContent: first("_css") }));
  const address = URL.createObjectURL(new Blob([first("_esm")], { type: "text/javascript" }));
  const { default: widget } = await import(address);
  for (const [view, id] of figures) {
    const el = document.createElement("div");
    view.after(el);
    widget.render({ model: modelOf(id), el });
  }
}
showFigures();
