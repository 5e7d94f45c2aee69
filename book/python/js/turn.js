/** The left and right arrow keys turn the page, where nothing else has the focus. */
const TURNS = { ArrowLeft: "prev", ArrowRight: "next" };

export function turnPages() {
  addEventListener("keydown", (event) => {
    const other = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
    if (other || event.defaultPrevented || document.activeElement !== document.body) return;
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) return; // they scroll then
    /** @type {HTMLLinkElement | null} */
    const link = document.querySelector(`link[rel="${TURNS[event.key]}"]`);
    if (link) location.href = link.href;
  });
}
