/**
 * Parts: a widget is drawn once, from parts that can paint themselves.
 *
 * @typedef {{element: Element, paint: (now: any) => void}} Part
 */

/**
 * One painter for many parts.
 * @param {Part[]} parts
 */
export const paintAll = (parts) => (now) => {
  for (const part of parts) part.paint(now);
};

/**
 * @param {Part[]} parts
 * @returns {Element[]}
 */
export const elementsOf = (parts) => parts.map((part) => part.element);
