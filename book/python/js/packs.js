/**
 * Reads the files of the page's Python. A page opened from disk may load
 * scripts and nothing else, so the files come as scripts: each hands over one
 * piece of a compressed pack, as base64.
 */
import { PACKS } from "./manifest.js";

const HERE = new URL("python/", document.currentScript.src);
const takers = {};
window.takePiece = (pack, place, text) => takers[`${pack} ${place}`](text);

/** @param {string} text base64 @returns {Promise<Uint8Array>} */
async function bytesOf(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  return new Uint8Array(await (await fetch(`data:;base64,${text}`)).arrayBuffer());
}

/** The text of one piece. */
function piece(pack, place) {
  const { promise, resolve, reject } = withResolvers();
  const script = document.createElement("script");
  takers[`${pack} ${place}`] = resolve;
  script.src = new URL(PACKS[pack].scripts[place], HERE);
  script.onerror = () => reject(new Error(`The file ${script.src} is missing.`));
  document.head.append(script);
  return promise.finally(() => script.remove());
}

function withResolvers() {
  const all = {};
  all.promise = new Promise((resolve, reject) => Object.assign(all, { resolve, reject }));
  return all;
}

/**
 * The files of a pack by their names. read is told how many more bytes came.
 * @param {string} name @param {(bytes: number) => void} read
 * @returns {Promise<Record<string, ArrayBuffer>>}
 */
export async function filesOf(name, read) {
  const pack = PACKS[name];
  const unpacked = new DecompressionStream("gzip");
  const whole = new Response(unpacked.readable).arrayBuffer();
  const writer = unpacked.writable.getWriter();
  const pieces = pack.scripts.map((_, place) => piece(name, place));
  for (const text of pieces) {
    const came = await text;
    await writer.write(await bytesOf(came));
    read(came.length);
  }
  await writer.close();
  const content = await whole;
  let start = 0;
  return Object.fromEntries(
    pack.files.map(([file, size]) => [file, content.slice(start, (start += size))]),
  );
}
