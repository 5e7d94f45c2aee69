/**
 * One page, one Python. It starts at the first Run, and again after Stop. What
 * was read from the packs is kept, so a second start reads nothing.
 */
import { PACKS } from "./manifest.js";
import { filesOf } from "./packs.js";

/**
 * @typedef {{ok: boolean, line: number | null, seconds: number}} Done
 * @typedef {{id: number, take: (message: any) => void,
 *   resolve: (done: Done) => void, reject: (error: Error) => void}} Run
 */
const read = {}; // pack: a promise of its files
const listeners = [];
let worker = null;
let ready = null; // a promise: the worker has started
let starts = 0; // a start that Stop has overtaken gives up
/** @type {Run | null} */
let current = null;
let hears = () => {}; // what a slider makes Python print, after a run, too
let count = 0;

/** Hear of each change: (state, told) where told is a sentence for the reader.
 * States: off, loading, ready, running, failed. */
export const whenPython = (listener) => listeners.push(listener);

function enter(state, told = "", share = null) {
  document.documentElement.dataset.python = state;
  for (const listener of listeners) listener(state, told, share);
}

const megabytes = (bytes) => Math.round(bytes / 1e6);

/** The files of some packs; the reader sees how much has come. */
async function readPacks(names) {
  const fresh = names.filter((name) => !read[name]);
  const total = fresh.reduce((sum, name) => sum + PACKS[name].bytes, 0);
  const mine = starts;
  let came = 0;
  for (const name of fresh) {
    read[name] = filesOf(name, (bytes) => {
      came += bytes;
      if (mine !== starts) return; // stopped, or failed, meanwhile
      const told = `reading Python: ${megabytes(came)} of ${megabytes(total)} MB`;
      enter("loading", told, came / total);
    });
    read[name].catch(() => delete read[name]); // the next Run tries again
  }
  return Object.assign({}, ...(await Promise.all(names.map((name) => read[name]))));
}

async function start() {
  const mine = ++starts;
  enter("loading", "reading Python", 0);
  const files = await readPacks(["core", "course"]);
  if (mine !== starts) throw new Stopped();
  enter("loading", "starting Python", 1);
  const source = new Blob([files["worker.js"]], { type: "text/javascript" });
  const fresh = new Worker(URL.createObjectURL(source));
  worker = fresh;
  await new Promise((resolve, reject) => {
    fresh.onmessage = ({ data }) => {
      if (data.type === "ready") resolve();
      else if (data.type === "failed") reject(new Error(data.text));
    };
    fresh.onerror = (event) => reject(new Error(event.message));
    fresh.postMessage({ type: "start", files });
  });
  fresh.onmessage = ({ data }) => hear(data);
  fresh.onerror = (event) => fail(new Error(event.message));
}

function hear(data) {
  if (data.type === "out") hears(data.message);
  if (data.type === "failed") fail(new Error(data.text));
  if (data.type === "needs") supply(data.groups);
  if (data.type === "done" && current?.id === data.id) {
    const { resolve } = current;
    current = null;
    enter("ready");
    resolve(data);
  }
}

async function supply(groups) {
  const asking = worker;
  try {
    const files = await readPacks(groups);
    if (worker !== asking) return; // stopped meanwhile
    enter("running");
    asking.postMessage({ type: "files", files });
  } catch (error) {
    fail(error);
  }
}

/** End this Python; the next Run starts another one. */
function end(state, error) {
  worker?.terminate();
  worker = ready = null;
  starts += 1;
  const run = current;
  current = null;
  enter(state);
  run?.reject(error);
}

const fail = (error) => end("failed", error);

export class Stopped extends Error {}

/** End what runs, and this Python with it. */
export const stopPython = () => end("off", new Stopped());

/**
 * Run the text of a cell. take hears each message of its output.
 * Rejects with Stopped, or with what kept Python from running it.
 * @param {string} cell @param {string} source @param {(message: any) => void} take
 * @param {boolean} show whether its last value is shown
 * @returns {Promise<Done>}
 */
export async function runInPython(cell, source, take, show = true) {
  const run = { id: ++count, take };
  const done = new Promise((resolve, reject) => Object.assign(run, { resolve, reject }));
  done.catch(() => {}); // heard by the caller, perhaps later
  current = run;
  try {
    await (ready ??= start());
  } catch (error) {
    if (current === run) fail(error);
    return done;
  }
  if (current !== run) return done; // stopped meanwhile
  hears = take;
  enter("running");
  worker.postMessage({ type: "run", id: run.id, cell, source, show });
  return done;
}

/** A reader moved a live figure that was made in the page. */
export function tellPython(comm, state) {
  worker?.postMessage({ type: "comm", comm, state: JSON.stringify(state) });
}
