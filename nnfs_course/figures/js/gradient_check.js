/**
 * A gradient and its check. Python has computed both for every step h and all
 * switches; here is only looked up.
 */
import { make, write } from "../../page/js/elements.js";
import { obeyLinks } from "../../page/js/link.js";
import { elementsOf, paintAll } from "../../page/js/parts.js";
import { checkControls } from "./check/controls.js";
import { checked, settingsFrom } from "./check/place.js";
import { valley } from "./check/valley.js";
import { verdict } from "./check/words.js";
import { format } from "./replay/words.js";

/** A name and its number, of what is shown. */
function number(node, text, of) {
  const value = make("b", { "data-node": node, "data-kind": "value" });
  const paint = (shown) => write(value, { "data-value": of(shown) }, format(of(shown)));
  return { element: make("span", { class: "number" }, `${text} `, value), paint };
}

/** @param {import("../../page/js/live.js").Live} live */
export function drawCheck(live) {
  const { spec } = live;
  const numbers = [
    number("h", "h", ({ log10h }) => 10 ** log10h),
    number("error", "apart", ({ found, place }) => found.error[place]),
  ];
  const parts = [valley(spec), checkControls(live)];
  const said = make("p", { class: "explain", "aria-live": "polite" });
  const head = make("span", { class: "numbers" }, ...elementsOf(numbers));
  const [picture, controls] = elementsOf(parts);
  const element = make(
    "section",
    {
      class: "nnfs nnfs-card nnfs-lookup",
      "data-figure": spec.name,
      "aria-label": spec.title,
    },
    make("header", {}, make("strong", {}, spec.title), head),
    make("div", { class: "stage" }, picture, make("div", {}, said, controls)),
  );
  const paintParts = paintAll([...numbers, ...parts]);
  return {
    element,
    paint() {
      const shown = checked(spec, live.state);
      paintParts(shown);
      write(said, {}, verdict(shown, spec));
    },
    open: () =>
      obeyLinks(element, spec.name, (fields) =>
        live.change({ ...spec.start, ...settingsFrom(fields, spec) }),
      ),
  };
}
