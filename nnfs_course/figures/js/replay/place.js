/**
 * What is shown: one of the runs, and one of its kept epochs. Pure.
 *
 * @typedef {import("./words.js").Run} Run
 * @typedef {{run: Run, place: number, epoch: number}} Shown
 *   place: where the epoch stands among the kept ones
 */

/** @param {Run[]} runs @param {{run: string, epoch: number}} state
 * @returns {Shown} */
export function shownIn(runs, state) {
  const run = runs.find(({ label }) => label === state.run) ?? runs[0];
  const place = nearest(run.kept, state.epoch);
  return { run, place, epoch: run.kept[place] };
}

/** Where the nearest number stands; the first of two. */
export function nearest(list, x) {
  let best = 0;
  list.forEach((y, i) => {
    if (Math.abs(y - x) < Math.abs(list[best] - x)) best = i;
  });
  return best;
}

/**
 * Run and epoch from a link. What is unknown is ignored; a number beyond the
 * last epoch shows the last.
 * @param {URLSearchParams} fields @param {Run[]} runs
 */
export function placeFrom(fields, runs) {
  const found = {};
  const [run, epoch] = [fields.get("run"), parseFloat(fields.get("epoch"))];
  if (runs.some(({ label }) => label === run)) found.run = run;
  if (Number.isFinite(epoch)) found.epoch = epoch;
  return found;
}
