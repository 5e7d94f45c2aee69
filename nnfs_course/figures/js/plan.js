/**
 * The plan of a figure: what Python sent, looked up once. Pure.
 *
 * @typedef {{from: string, to: string, operand?: number, bend?: number,
 *   names?: string[], text?: string}} Step  an edge, or names and a text
 * @typedef {{
 *   spec: any,
 *   trace: import("./engine.js").Operation[],
 *   leaves: Record<string, {min: number, max: number}>,
 *   index: Record<string, number>,
 *   root: number,
 *   called: string,
 *   kinds: ("value" | "grad")[],
 *   steps: Step[],
 *   standsFor: (name: string) => string,
 *   leafOf: (name: string) => string | null,
 *   gradientName: (name: string) => string,
 * }} Plan
 *   index: where each label stands in the trace
 *   called: the root, in a sentence
 *   kinds: what a node of the graph shows
 *   steps: the backward pass, in order
 *   standsFor: the number that a name speaks of. A leaf can be the upstream
 *     gradient of a result, another result a second way to a gradient.
 *   leafOf: the leaf that moves this number, or its gradient
 */

/** @param {any} spec @returns {Plan} */
export function planOf(spec) {
  const { trace, leaves, upstream = {}, graph } = spec;
  const index = {};
  trace.forEach(({ label }, i) => {
    if (label && !(label in index)) index[label] = i;
  });
  const meant = Object.fromEntries([
    ...Object.entries(upstream).map(([result, leaf]) => [leaf, result]),
    ...(spec.compare?.pairs ?? []).map(([name, other]) => [other, name]),
  ]);
  return {
    spec,
    trace,
    leaves,
    index,
    root: index[spec.root],
    called: spec.called ?? spec.root,
    kinds: spec.forward ? ["value"] : ["value", "grad"],
    steps: graph ? backwards(graph.edges, index) : (spec.steps ?? []),
    standsFor: (name) => meant[name] ?? name,
    leafOf: (name) => (name in leaves ? name : (upstream[name] ?? null)),
    gradientName(name) {
      const one = /^[a-z_]\w*(\[[\d,]+\])?$/i.test(name);
      return `d${spec.root}/d${one ? name : `(${name})`}`;
    },
  };
}

/** The order of the backward pass over drawn edges: late results first. */
function backwards(edges, index) {
  return edges
    .map((edge, i) => ({ ...edge, i }))
    .sort((a, b) => index[b.to] - index[a.to] || a.i - b.i);
}

/**
 * The values that a link asks for: known names only, clamped.
 * @param {URLSearchParams} fields @param {Plan["leaves"]} leaves
 */
export function valuesFrom(fields, leaves) {
  const values = {};
  for (const [key, text] of fields) {
    const value = text.trim() === "" ? NaN : Number(text);
    if (!Object.hasOwn(leaves, key) || !Number.isFinite(value)) continue;
    values[key] = clamp(value, leaves[key]);
  }
  return values;
}

/** @param {number} value @param {{min: number, max: number}} limits */
export const clamp = (value, { min, max }) => Math.min(max, Math.max(min, value));
