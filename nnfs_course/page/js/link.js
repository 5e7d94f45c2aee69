/**
 * Links that bring a figure's settings back. They stand in the page's address,
 * behind the #.
 */
import { button, make, write } from "./elements.js";

/**
 * What a link says to the figure of this name; null if it speaks to another.
 * @param {string} hash
 * @param {string} name
 */
export function linkFields(hash, name) {
  const fields = new URLSearchParams(hash.replace(/^#/, ""));
  return fields.get("figure") === name ? fields : null;
}

/**
 * Obeys the address, now and whenever it changes while the page is open.
 * @param {Element} element
 * @param {string} name
 * @param {(fields: URLSearchParams) => void} obey
 * @returns {() => void} what ends it
 */
export function obeyLinks(element, name, obey) {
  const look = () => {
    const fields = linkFields(location.hash, name);
    if (!fields) return;
    obey(fields);
    // What is folded around it opens, as it does for the browser's search.
    element.dispatchEvent(new Event("beforematch", { bubbles: true }));
    element.scrollIntoView?.();
  };
  look();
  addEventListener("hashchange", look);
  return () => removeEventListener("hashchange", look);
}

/**
 * A button that copies a link, and a place that says so.
 * @param {string} name
 * @param {() => Record<string, any>} settings  those that are not as at first
 */
export function copyLink(name, settings) {
  const status = make("span", { class: "link", role: "status" });
  const copy = button("Copy link", () => {
    const fields = new URLSearchParams({ figure: name, ...settings() });
    const link = `${location.href.split("#")[0]}#${fields}`;
    try {
      history.replaceState(null, "", link);
    } catch {
      // A page without an address of its own: the link is shown below.
    }
    const show = () => write(status, {}, link);
    if (!navigator.clipboard || !isSecureContext) return show();
    navigator.clipboard
      .writeText(link)
      .then(() => write(status, {}, "Copied."), show);
  });
  return [copy, status];
}
