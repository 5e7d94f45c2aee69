/**
 * What is said of a run that is played again. Pure.
 *
 * @typedef {(number | null)[]} Numbers  null: not finite
 * @typedef {{label: string, epochs: number, stopped: string | null,
 *   kept: number[], pictures: string[], loss: Numbers, accuracy: Numbers,
 *   norms: Record<string, Numbers>, curve: any}} Run
 *   kept: the epochs of which there are pictures and numbers
 */

/** A number for people, with so many digits. */
export function format(x, digits = 2) {
  if (x == null) return "–"; // not finite
  const size = Math.abs(x);
  if (size === 0) return "0";
  if (size < 1e-4 || size >= 1e5) {
    return x.toExponential(digits - 1).replace("e-", "e−").replace("e+", "e");
  }
  return size >= 10 ** digits ? x.toFixed(0) : x.toPrecision(digits);
}

/**
 * What a screen reader says, and everybody reads.
 * @param {Run} run @param {number} k  which of the kept epochs
 */
export function sentence(run, k) {
  const epoch = run.kept[k];
  const norms = Object.entries(run.norms);
  const still = norms.filter(([, x]) => x[k] === 0).map(([name]) => name);
  const parts = [
    epoch ? `Epoch ${epoch} of ${run.epochs}: ` : "Before training: ",
    `loss ${format(run.loss[k], 3)}, accuracy ${format(run.accuracy[k])}, `,
    `gradient norms ${norms.map(([name, x]) => `${name} ${format(x[k])}`).join(", ")}.`,
  ];
  if (still.length) {
    parts.push(` Exactly 0: ${still.join(" and ")} cannot learn from that.`);
  }
  if (k === run.kept.length - 1) parts.push(ending(run));
  return parts.join("");
}

function ending({ stopped, epochs }) {
  if (stopped === "diverged") {
    return ` Training stopped in epoch ${epochs + 1}: a number was not finite.`;
  }
  return stopped ? ` Training was interrupted after epoch ${epochs}.` : "";
}
