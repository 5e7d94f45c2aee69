/**
 * A widget whose whole state is the trait `state`, as anywidget shows it.
 *
 * A hand changes the state, and the change of the state paints. So each move
 * paints once, whether it comes from a hand, another view, or Python.
 *
 * @typedef {{spec: any, readonly state: any,
 *   change: (part: object) => void}} Live
 */

import { forgiveSwipes } from "./swipes.js";

/** @param {any} model @returns {Live} */
const liveState = (model) => ({
  spec: model.get("spec"),
  get state() {
    return model.get("state");
  },
  change(part) {
    model.set("state", { ...model.get("state"), ...part });
    model.save_changes();
  },
});

/**
 * The front-end module of such a widget. `open` runs once the widget is in the
 * page, and gives what ends it.
 * @param {(live: Live) => {element: Element, paint: () => void,
 *   open: () => () => void}} draw
 */
export const liveModule = (draw) => ({
  render({ model, el }) {
    const { element, paint, open } = draw(liveState(model));
    forgiveSwipes(element);
    el.append(element);
    paint();
    model.on("change:state", paint);
    const close = open();
    element.setAttribute("data-ready", "true");
    return () => {
      close();
      model.off("change:state", paint);
    };
  },
});
