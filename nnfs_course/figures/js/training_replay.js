/**
 * Training, played again. Python sends pictures of what the network predicts,
 * and the run's numbers.
 */
import { make, write } from "../../page/js/elements.js";
import { obeyLinks } from "../../page/js/link.js";
import { elementsOf, paintAll } from "../../page/js/parts.js";
import { player } from "../../page/js/playing.js";
import { replayControls } from "./replay/controls.js";
import { lossPanel, normsPanel } from "./replay/curves.js";
import { named } from "./replay/numbers.js";
import { placeFrom, shownIn } from "./replay/place.js";
import { plane } from "./replay/plane.js";
import { sentence } from "./replay/words.js";

/** What a hand can do; all of it stops the playing. */
function replayOf({ change }, shown) {
  const last = () => shown().run.kept.length - 1;
  const put = (place) => {
    const at = Math.max(0, Math.min(last(), place));
    change({ epoch: shown().run.kept[at] });
  };
  const playing = player(350, {
    begin() {
      if (shown().place === last()) put(0);
    },
    next() {
      const { place } = shown();
      if (place < last()) put(place + 1);
      return place < last();
    },
    end: () => put(last()),
  });
  const stopped = (move) => (to) => {
    playing.stop();
    move(to);
  };
  return { shown, player: playing, change: stopped(change), go: stopped(put) };
}

/** @param {import("../../page/js/live.js").Live} live */
export function drawReplay(live) {
  const { spec } = live;
  const shown = () => shownIn(spec.runs, live.state);
  const replay = replayOf(live, shown);
  const number = named("epoch", "epoch", ({ epoch }) => epoch);
  const map = plane(spec);
  const panels = [lossPanel(spec), normsPanel(spec)];
  const controls = replayControls(spec, replay);
  const said = make("p", { class: "explain", "aria-live": "polite" });
  const curves = make("div", { class: "curves" }, ...elementsOf(panels));
  const element = make(
    "section",
    {
      class: "nnfs nnfs-card nnfs-lookup",
      "data-figure": "training-replay",
      "aria-label": spec.title,
    },
    make("header", {}, make("strong", {}, spec.title), number.element),
    make("div", { class: "stage" }, map.element, curves),
    said,
    controls.epochs,
    controls.element,
  );
  const paintParts = paintAll([number, map, ...panels, controls]);
  return {
    element,
    paint() {
      const now = shown();
      paintParts(now);
      write(said, {}, sentence(now.run, now.place));
    },
    open() {
      const closeLinks = obeyLinks(element, "training-replay", (fields) =>
        replay.change({ ...spec.start, ...placeFrom(fields, spec.runs) }),
      );
      return () => {
        replay.player.stop();
        closeLinks();
      };
    },
  };
}
