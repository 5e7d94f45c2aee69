/**
 * Elements: made once, and then only what changed in them is written.
 */

const SVG = "http://www.w3.org/2000/svg";
const DRAWN = new Set(["svg", "g", "path", "rect", "circle", "text", "line"]);

/**
 * An element with attributes and children. Text is always set as text.
 * @param {string} tag
 * @param {Record<string, any>} [attributes]
 * @param {...(Node | string)} children
 */
export function make(tag, attributes = {}, ...children) {
  const element = DRAWN.has(tag)
    ? document.createElementNS(SVG, tag)
    : document.createElement(tag);
  write(element, attributes);
  element.append(...children);
  return element;
}

/**
 * Writes what changed: attributes (null takes one away), and the text of an
 * element that holds nothing else. The text goes into the node that is there:
 * then the page has no new children, and its style rules need not be matched
 * again.
 * @param {Element} element
 * @param {Record<string, any>} attributes
 * @param {string} [text]
 */
export function write(element, attributes, text) {
  for (const name in attributes) {
    const value = attributes[name] == null ? null : `${attributes[name]}`;
    if (value == null) element.removeAttribute(name);
    else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
  if (text == null) return;
  const node = element.firstChild;
  if (!node) element.textContent = text;
  else if (node.data !== text) node.data = text;
}

/**
 * @param {string | (Node | string)[]} content
 * @param {(event: MouseEvent) => void} action
 */
export function button(content, action) {
  const element = make("button", { type: "button" }, ...[content].flat());
  element.addEventListener("click", action);
  return element;
}
