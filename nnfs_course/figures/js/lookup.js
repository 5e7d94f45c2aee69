/**
 * Figures that look up what Python has computed, which anywidget and the
 * page's own host show. One module, so that they share their panels.
 */
import { liveModule } from "../../page/js/live.js";
import { drawCheck } from "./gradient_check.js";
import { drawReplay } from "./training_replay.js";

const FIGURES = { "gradient-check": drawCheck, "training-replay": drawReplay };

export default liveModule((live) => FIGURES[live.spec.name](live));
