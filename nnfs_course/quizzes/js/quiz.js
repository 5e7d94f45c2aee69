/**
 * What is asked, which anywidget and the page's own host show. Python sends the
 * questions; what a reader answers and ticks stays in the browser.
 */
import { drawQuiz } from "./chapter.js";
import { drawOpening } from "./opening.js";
import { drawOrdering } from "./ordering.js";
import { drawPrediction } from "./prediction.js";
import { drawProgress } from "./progress.js";
import { load, store, whenStored } from "./storage.js";

const KINDS = {
  quiz: drawQuiz,
  opening: drawOpening,
  prediction: drawPrediction,
  ordering: drawOrdering,
  progress: drawProgress,
};

/** @param {{model: any, el: HTMLElement}} context */
function render({ model, el }) {
  const { element, paint, close } = KINDS[model.get("kind")](model.get("content"));
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
    close?.();
    model.off("change:done", takeDone);
  };
}

export default { render };
