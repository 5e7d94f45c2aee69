/** What stands under the picture: the legend, a sentence, and the nudge. */
import { make, write } from "../../page/js/elements.js";
import { format } from "./format.js";
import { describeNudge } from "./nudge.js";
import { tell } from "./numbers.js";
import { describe } from "./words.js";

/** What colours and signs mean. It stays as it is. */
export function legend(spec) {
  const key = (sign, text) => make("span", { class: "key", "data-sign": sign }, text);
  const scale = spec.rows ? ` Full colour: ${format(spec.scale)} and more.` : "";
  return make(
    "p",
    { class: "legend" },
    key("positive", "+ positive"),
    key("negative", "− negative"),
    key("zero", "0 exactly zero"),
    make("span", {}, `Gradients carry their sign.${scale}`),
  );
}

/** @param {import("./figure.js").Figure} figure */
export function explanation({ plan }) {
  const sentence = make("p", { class: "sentence" });
  const probe = make("p", { class: "probe" });
  const element = make(
    "div",
    {
      class: "explain",
      "aria-live": "polite",
      "aria-label": "Explanation",
      role: "group",
      tabindex: 0, // on a small screen a long sentence scrolls
    },
    sentence,
    probe,
  );
  const paint = (now) => {
    tell(sentence, describe(plan, now));
    write(probe, {}, describeNudge(plan, now));
  };
  return { element, paint };
}
