/** The picture of what a network predicts over the plane. Pure. */

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef";

/** A picture, run by run, as class * levels + level of each cell, or -1. */
export function decode(text) {
  return [...text.matchAll(/(\D)(\d*)/g)].flatMap(([, letter, n]) =>
    new Array(Number(n || 1)).fill(LETTERS.indexOf(letter)),
  );
}

// Middle tones: as a wash they suit white paper and black.
const WASH = [[0, 114, 178], [213, 94, 0], [0, 158, 115], [170, 70, 150]];

/**
 * The picture's pixels, RGBA. Confidence goes over evenly between the middles
 * of cells; each class has its texture, and a stronger edge.
 * @param {number[]} codes @param {number} cells  along a side
 */
export function pixels(codes, cells, levels, classes, size) {
  // -1 is no class, and adds nothing to the class it gets.
  const of = Int8Array.from(codes, (code) => Math.max(0, Math.floor(code / levels)));
  const sure = Float64Array.from(codes, (code) => ((code % levels) + 1) / levels);
  const along = Float64Array.from({ length: size }, (_, i) =>
    Math.min(cells - 1.001, Math.max(0, ((i + 0.5) * cells) / size - 0.5)),
  );
  const owner = new Int8Array(size * size).fill(-1);
  const data = new Uint8ClampedArray(4 * size * size);
  const scores = new Float64Array(classes);
  for (let i = 0; i < size * size; i++) {
    const x = i % size;
    const y = (i / size) | 0;
    const column = along[x] | 0;
    const row = along[y] | 0;
    const cell = row * cells + column;
    const v = along[y] - row;
    const u = along[x] - column;
    const a = (1 - v) * (1 - u) * sure[cell];
    const b = (1 - v) * u * sure[cell + 1];
    const c = v * (1 - u) * sure[cell + cells];
    const d = v * u * sure[cell + cells + 1];
    const total = a + b + c + d;
    if (!total) continue;
    let best = of[cell];
    if (best !== of[cell + 1] || best !== of[cell + cells] || best !== of[cell + cells + 1]) {
      scores.fill(0);
      scores[best] += a;
      scores[of[cell + 1]] += b;
      scores[of[cell + cells]] += c;
      scores[of[cell + cells + 1]] += d;
      best = 0;
      for (let k = 1; k < classes; k++) if (scores[k] > scores[best]) best = k;
    }
    owner[i] = best;
    const edge = (x && owner[i - 1] !== best) || (y && owner[i - size] !== best);
    const texture = best && (best & 1 ? x + y : x - y + size) % (6 + 2 * (best >> 1)) === 0;
    for (let k = 0; k < 3; k++) data[4 * i + k] = WASH[best][k];
    data[4 * i + 3] = edge ? 220 : 24 + 96 * total + (texture ? 32 : 0);
  }
  return data;
}
