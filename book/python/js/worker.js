/**
 * The page's Python: a classic worker made from this text, so that it also
 * starts on a page opened from disk. It gets every file from the page and asks
 * the network for nothing. Stop ends this worker as a whole.
 *
 * From the page: {type: "start", files}, {type: "files", groups, files},
 * {type: "run", id, cell, source, show}, {type: "comm", comm, state}.
 * To the page: {type: "ready"}, {type: "needs", groups}, {type: "out", message},
 * {type: "done", id, ok, line, seconds}, {type: "failed", text}.
 */
const files = {};
let python, cells, groups, arrived;

const say = (message) => postMessage(message);
const text = (name) => new TextDecoder().decode(files[name]);

/** Pyodide asks for its files by address; the last part is the name. */
self.fetch = async (address) => {
  const name = String(address.url ?? address).split("/").pop();
  if (!files[name]) throw new Error(`A page's Python has no network (${name}).`);
  const type = name.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
  return new Response(files[name], { headers: { "Content-Type": type } });
};

async function start(given) {
  Object.assign(files, given);
  (0, eval)(text("pyodide.js"));
  (0, eval)(text("pyodide.asm.js"));
  python = await loadPyodide({
    indexURL: "https://files.invalid/",
    env: { HOME: "/home/pyodide", MPLBACKEND: "module://in_page.inline", TQDM_DISABLE: "1" },
  });
  for (const name of ["XMLHttpRequest", "WebSocket", "EventSource", "importScripts"]) delete self[name];
  await load("core");
  const site = python.runPython("import site; site.getsitepackages()[0]");
  for (const name of ["course.zip", "worker.zip"]) {
    python.unpackArchive(files[name], "zip", { extractDir: site });
  }
  python.FS.writeFile(`${site}/sklearn/digits.csv.gz`, new Uint8Array(files["digits.csv.gz"]));
  self.sendToPage = (message) => say({ type: "out", message: JSON.parse(message) });
  python.runPython("from in_page import start; start()");
  cells = python.pyimport("in_page.cells");
  groups = python.pyimport("in_page.groups");
  groups.start(text("groups.json"));
  say({ type: "ready" });
}

/** Install the packages of a group; its files are here. */
async function load(group) {
  await python.loadPackage(JSON.parse(text("packages.json"))[group], {
    messageCallback() {},
    errorCallback(message) {
      throw new Error(message);
    },
  });
  if (group === "widgets") python.pyimport("in_page.comms");
}

async function run({ id, cell, source, show }) {
  const wanted = groups.needed(source, show).toJs();
  if (wanted.length) {
    const here = new Promise((resolve) => (arrived = resolve));
    say({ type: "needs", groups: wanted });
    await here;
    for (const group of wanted) {
      await load(group);
      groups.LOADED.add(group);
    }
  }
  const started = performance.now();
  const { ok, line } = cells.run(source, cell, show).toJs({ dict_converter: Object.fromEntries });
  say({ type: "done", id, ok, line, seconds: (performance.now() - started) / 1000 });
}

self.onmessage = async ({ data }) => {
  try {
    if (data.type === "start") await start(data.files);
    if (data.type === "run") await run(data);
    if (data.type === "comm") python.pyimport("in_page.comms").receive(data.comm, data.state);
    if (data.type === "files") {
      Object.assign(files, data.files);
      arrived();
    }
  } catch (error) {
    say({ type: "failed", text: String(error.message ?? error) });
  }
};
