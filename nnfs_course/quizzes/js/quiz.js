/**
 * Quizzes and progress, which anywidget and the page's own host show. Python
 * sends the questions; what a reader picks and ticks stays in the browser.
 */
import { drawQuiz } from "./chapter.js";
import { drawProgress } from "./progress.js";
import { load, store, whenStored } from "./storage.js";

/** @param {{model: any, el: HTMLElement}} context */
function render({ model, el }) {
  const chapters = model.get("chapters");
  const { element, paint } =
    model.get("kind") === "quiz" ? drawQuiz(chapters[0]) : drawProgress(chapters);
  element.classList.add("nnfs", "nnfs-quiz");
  const repaint = () => paint(load());
  /** What this kernel's `check` found right is ticked. */
  const takeDone = () => {
    const saved = load();
    const news = (model.get("done") ?? []).filter((name) => !saved.done[name]);
    if (!news.length) return;
    for (const name of news) saved.done[name] = true;
    store(saved);
  };
  const forget = whenStored(repaint);
  model.on("change:done", takeDone);
  takeDone();
  repaint();
  el.append(element);
  element.dataset.ready = "true";
  return () => {
    forget();
    model.off("change:done", takeDone);
  };
}

export default { render };
