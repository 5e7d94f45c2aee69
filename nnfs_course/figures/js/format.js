/** Numbers for people. Pure. */

/** Two decimals, more digits where that would hide the number.
 * @param {number} value @param {boolean} [signed] a plus for what is above 0 */
export function format(value, signed = false) {
  if (Number.isNaN(value)) return "–"; // there is no such number
  const size = Math.abs(value);
  const sign = value < 0 ? "−" : signed && value > 0 ? "+" : "";
  if (size === Infinity) return `${sign}∞`;
  let text = size.toFixed(2);
  if (size !== 0 && size < 0.005) text = size.toExponential(1);
  else if (size >= 1e5) text = size.toExponential(2);
  return sign + text.replace("e-", "e−").replace("e+", "e");
}

/** A small movement: four decimals, and a sign unless all of them are 0. */
export function formatMove(value) {
  const text = Math.abs(value).toFixed(4);
  const sign = value < 0 ? "−" : "+";
  return Number(text) === 0 ? text : sign + text;
}

/** A class, never the only sign of it. Nothing for what is no number. */
export const signOf = (value) =>
  value > 0 ? "positive" : value < 0 ? "negative" : value === 0 ? "zero" : "";
