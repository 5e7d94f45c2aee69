import { make } from "../../page/js/elements.js";

/** Text with `code` in its own element. @param {string} text */
export const prose = (text) =>
  text.split("`").map((part, i) => (i % 2 ? make("code", {}, part) : part));
