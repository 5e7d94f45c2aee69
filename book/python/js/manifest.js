/**
 * The packs that lie beside the pages; the build writes them here. Without
 * them no cell runs, and no button is drawn.
 * @typedef {{scripts: string[], bytes: number, files: [string, number][]}} Pack
 * @type {Record<string, Pack> | null}
 */
export const PACKS = null;
