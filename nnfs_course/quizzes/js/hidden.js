/**
 * What follows a prediction, in a built page: hidden until it is made. The
 * browser's own search and links into it open it. (In JupyterLab there is
 * nothing of that kind: later cells cannot be hidden.)
 */
import { write } from "../../page/js/elements.js";

/**
 * @param {string} name  of the prediction
 * @param {() => void} sought  called when a reader looks for something inside
 */
export function hidden(name, sought) {
  const inside = `[data-after="${name}"]`;
  let isOpen = false;
  const open = (now) => {
    isOpen = now;
    for (const part of document.querySelectorAll(inside)) {
      write(part, { "data-open": now, hidden: now ? null : "until-found" });
    }
  };
  /** Where the address leads: to a heading, or to a figure's settings. */
  const target = () => {
    const hash = location.hash.slice(1);
    const figure = new URLSearchParams(hash).get("figure");
    const sign = figure && `[data-figure="${CSS.escape(figure)}"]`;
    return document.getElementById(hash) ?? (sign && document.querySelector(sign));
  };
  const find = (event) => {
    if (!isOpen && event.target.closest?.(inside)) sought();
  };
  const follow = () => {
    const element = target();
    if (isOpen || !element?.closest(inside)) return;
    sought();
    element.scrollIntoView();
  };
  addEventListener("beforematch", find);
  addEventListener("hashchange", follow);
  const first = setTimeout(follow);
  const close = () => {
    clearTimeout(first);
    removeEventListener("beforematch", find);
    removeEventListener("hashchange", follow);
  };
  return { open, close };
}
