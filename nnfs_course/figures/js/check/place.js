/**
 * What is shown: a step h, and what Python found with these switches. Pure.
 *
 * @typedef {{analytic: number, numeric: number[], error: number[],
 *   agrees: boolean[], rounding: string}} Case
 * @typedef {{found: Case, place: number, log10h: number}} Shown
 *   place: where h stands among the steps
 */
import { nearest } from "../replay/place.js";

/** @param {any} spec @param {any} state @returns {Shown} */
export function checked({ steps, switches, cases }, state) {
  const on = Object.keys(switches).filter((name) => state[name]);
  const place = nearest(steps, state.log10h);
  return { found: cases[on.join(" ")], place, log10h: steps[place] };
}

/**
 * Settings from a link. What is unknown is ignored; the nearest step is shown.
 * @param {URLSearchParams} fields @param {any} spec
 */
export function settingsFrom(fields, { switches }) {
  const names = Object.keys(switches).filter((name) => fields.has(name));
  const found = Object.fromEntries(names.map((name) => [name, fields.get(name) === "true"]));
  const log10h = parseFloat(fields.get("log10h"));
  return Number.isFinite(log10h) ? { ...found, log10h } : found;
}
