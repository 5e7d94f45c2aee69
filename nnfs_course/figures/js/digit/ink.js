/**
 * Ink: a drawing is 64 whole numbers, from 0, paper, to 240, black. What a hand
 * can do to it. Pure.
 */
export const SIDE = 8;
export const BLACK = 240; // a sixteenth and a tenth of it are whole
const TENTH = BLACK / 10;
const REACH = 1.25; // of the pen, in pixels: ink fades out over the last one

const between = (low, high, x) => Math.max(low, Math.min(high, x));

/**
 * A stroke of the pen, or of the eraser. Points are in pixels from the corner.
 * @param {number[]} drawing
 * @param {[number, number]} start @param {[number, number]} end
 * @param {boolean} erase
 */
export function stroke(drawing, [x0, y0], [x1, y1], erase) {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const length = dx * dx + dy * dy;
  return drawing.map((old, k) => {
    const [x, y] = [(k % SIDE) + 0.5 - x0, Math.floor(k / SIDE) + 0.5 - y0];
    const along = length ? between(0, 1, (x * dx + y * dy) / length) : 0;
    const distance = Math.hypot(x - along * dx, y - along * dy);
    const ink = Math.round(BLACK * between(0, 1, REACH - distance));
    return erase ? Math.min(old, BLACK - ink) : Math.max(old, ink);
  });
}

/** Every pixel a tenth darker or lighter, as the signs say.
 * @param {number[]} drawing @param {number[]} signs */
export const moved = (drawing, signs) =>
  drawing.map((old, k) => between(0, BLACK, old + TENTH * Math.sign(signs[k])));

/** @param {number[]} drawing  as text for a link: two letters for each pixel */
export const written = (drawing) =>
  drawing.map((ink) => ink.toString(16).padStart(2, "0")).join("");

/** @param {string | null} text  null comes back if it is no drawing */
export function read(text) {
  if (!/^[0-9a-f]{128}$/.test(text ?? "")) return null;
  return text.match(/../g).map((pair) => Math.min(BLACK, parseInt(pair, 16)));
}
