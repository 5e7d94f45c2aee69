/** The nudge: the selected number moves a little, and the root? Pure. */
import { localDerivatives, nudged } from "./engine.js";
import { formatMove } from "./format.js";

const STEP = 0.01;

/**
 * Empty while the gradient may not be seen, for the nudge would tell it.
 * @param {import("./plan.js").Plan} plan
 * @param {import("./moment.js").Moment} now
 */
export function describeNudge({ trace, index, root, called }, now) {
  const { selected, step } = now.state;
  if (step != null || now.hidden(selected) || !now.defined) return "";
  const i = index[selected];
  const moved = nudged(trace, now.exact, i, STEP);
  const gateMoved = trace.some(
    ({ op }, k) => op === "relu" && gate(trace, moved, k) !== gate(trace, now.exact, k),
  );
  return (
    `Nudge ${selected} by ${STEP}: ${called} moves by ` +
    `${formatMove(moved[root] - now.exact[root])}; the gradient predicted ` +
    `${formatMove(STEP * now.gradient[i])}.` +
    (gateMoved ? " On the way a gate turned, which no gradient can see." : "")
  );
}

const gate = (trace, x, k) => localDerivatives(trace, x, k)[0];
