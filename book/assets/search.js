// The search page. A classic script, since modules cannot be read from disk.
"use strict";

/**
 * A section, as book/search_index.py writes it, and its page and page's title.
 * @typedef {{anchor: string, title: string, also: string, prose: string,
 *   words: string, page: string, of: string}} Section
 * @typedef {{section: Section, score: number}} Found
 */

const MOST = 30;
const COMMON = new Set(
  ("a an and are at be by can do does for from i in is it me my of on or " +
    "that the there this to we with you").split(" "),
);
/** What a word counts, by where it stands. */
const WEIGHTS = { title: 8, also: 7, of: 3, prose: 1, words: 0.5 };

/**
 * The words of a text without their commonest endings, so that "gradients"
 * finds "gradient".
 * @param {string} text
 * @returns {string[]}
 */
function stems(text) {
  const words = text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
  return words.map((word) =>
    word.length > 4 ? word.replace(/(ing|ed|es|s|e)$/, "") : word,
  );
}

/**
 * For each section: where its words stand and how often.
 * @param {Section[]} sections
 */
function count(sections) {
  return sections.map((section) => {
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const [part, weight] of Object.entries(WEIGHTS)) {
      /** @type {Map<string, number>} */
      const here = new Map();
      for (const stem of stems(section[part]))
        here.set(stem, (here.get(stem) ?? 0) + 1);
      // Said ten times is not ten times as much about it.
      for (const [stem, times] of here)
        counts.set(
          stem,
          (counts.get(stem) ?? 0) + weight * (1 + Math.log(times)),
        );
    }
    return { section, counts };
  });
}

/**
 * Sections that answer a question, the best first.
 * @param {ReturnType<typeof count>} counted
 * @param {string} question
 * @returns {Found[]}
 */
function find(counted, question) {
  let asked = [...new Set(stems(question))];
  const rare = asked.filter((word) => !COMMON.has(word));
  if (rare.length) asked = rare;
  // A word that stands in few sections says more than one that is everywhere.
  const worth = asked.map((word) => {
    const holders = counted.filter(({ counts }) => counts.has(word)).length;
    return Math.log(1 + counted.length / (holders + 1));
  });
  return counted
    .map(({ section, counts }) => {
      const each = asked.map((word) => counts.get(word) ?? begun(counts, word));
      const share = each.filter((points) => points > 0).length / asked.length;
      const sum = each.reduce((all, points, i) => all + points * worth[i], 0);
      // What explains stands before what asks.
      const asks = /^\d+\. /.test(section.title) ? 0.6 : 1;
      return { section, score: asks * sum * share ** 2 };
    })
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score);
}

/**
 * Half as much for a word that only begins like the one asked for.
 * @param {Map<string, number>} counts
 * @param {string} word
 */
function begun(counts, word) {
  if (word.length < 3) return 0;
  let most = 0;
  for (const [other, points] of counts)
    if (other.startsWith(word)) most = Math.max(most, points / 2);
  return most;
}

/**
 * The sentence of a section that holds most of what is asked, and the next.
 * @param {string} prose
 * @param {string} question
 */
function excerpt(prose, question) {
  const sentences = prose.match(/.+?(?:[.?!:](?=\s)|$)/g) ?? [];
  const asked = new Set(stems(question).filter((word) => !COMMON.has(word)));
  const points = sentences.map(
    (sentence) =>
      new Set(stems(sentence).filter((word) => asked.has(word))).size,
  );
  const best = points.indexOf(Math.max(...points));
  const text = sentences.slice(best, best + 3).join("").trim();
  return text.length > 240 ? text.slice(0, 240).replace(/\s\S*$/, " …") : text;
}

/**
 * @param {string} text
 * @param {string} question
 * @returns {(string | HTMLElement)[]} with what was asked marked
 */
function marked(text, question) {
  const asked = new Set(stems(question).filter((word) => !COMMON.has(word)));
  return text.split(/([\p{L}\p{N}_]+)/u).map((piece) => {
    if (!stems(piece).some((stem) => asked.has(stem))) return piece;
    const mark = document.createElement("mark");
    mark.textContent = piece;
    return mark;
  });
}

/** @param {Found} found @param {string} question */
function item({ section }, question) {
  const link = document.createElement("a");
  link.href = `${section.page}.html#${encodeURIComponent(section.anchor)}`;
  link.textContent = section.title;
  const text = document.createElement("p");
  text.append(...marked(excerpt(section.prose, question), question));
  const all = document.createElement("li");
  all.append(link);
  if (section.of !== section.title) all.append(` in ${section.of}`);
  all.append(text);
  return all;
}

function start() {
  const sections = Object.entries(PAGES).flatMap(([page, parts]) =>
    parts.map((part) => ({ ...part, page, of: parts[0].title })),
  );
  const counted = count(sections);
  const field = document.querySelector("article input[name=q]");
  const results = document.getElementById("search-results");
  const status = document.getElementById("search-status");
  const show = () => {
    const question = field.value;
    const found = question.trim() ? find(counted, question) : [];
    results.replaceChildren(
      ...found.slice(0, MOST).map((one) => item(one, question)),
    );
    status.textContent = !question.trim()
      ? ""
      : found.length
        ? `Found, the best first: ${found.length}`
        : "No section holds any of these words.";
  };
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  field.addEventListener("input", show);
  field.focus();
  show();
}

start();
