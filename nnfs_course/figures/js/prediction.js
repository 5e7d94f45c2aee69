/** Predict first: a sign, then a size, before any gradient is shown. */
import { button, make, write } from "../../page/js/elements.js";
import { describeSign, signQuestion, sizeQuestion } from "./guesses.js";
import { isAsked } from "./moment.js";
import { tell } from "./numbers.js";
import { describeGradient } from "./words.js";

/**
 * What is asked stands in the state: {name, part: "sign" or "size", answered}.
 * @param {import("./figure.js").Figure} figure
 */
export function prediction(figure) {
  const { spec } = figure.plan;
  const element = make("div", { class: "prediction" });
  const focus = () => element.querySelector("button")?.focus();
  const begin = button("Predict first", () => {
    const { selected } = figure.state;
    const name = spec.sliders.includes(selected) ? selected : spec.predict;
    const predicting = { name, part: "sign" };
    figure.change({ selected: name, step: null, diagonal: false, predicting });
    focus();
  });
  /** From the sign to the size, and from there to all gradients. A figure with
   * its own words asks for the sign only. Once that is answered its gradient is
   * shown, and its slider comes next. */
  const goOn = ({ name, part }) => {
    const next = part === "sign" && !spec.says ? { name, part: "size" } : null;
    figure.change({ selected: name, predicting: next });
    if (next) focus();
    else if (begin.isConnected) begin.focus();
    else element.previousElementSibling.querySelector("[type=range]").focus();
  };

  let asked = "";
  const paint = (now) => {
    const { predicting, values } = now.state;
    // A number that moves asks anew: the old answers were about the old one. Where
    // the gradient is shown already, the question just goes.
    const asking = predicting ? JSON.stringify([predicting.part, values]) : "";
    const gone = !isAsked(now.state) && (!asking || asking !== asked);
    element.toggleAttribute("hidden", gone);
    if (asking === asked) return;
    asked = gone ? "" : asking;
    element.replaceChildren(...(gone ? [] : question(figure, now, goOn)));
  };
  return { element, paint, begin };
}

/** A question with answers. A wrong one says why, a right one goes on. */
function question({ plan, change }, now, next) {
  const { predicting } = now.state;
  const { name, part } = predicting;
  const [ask, describe] =
    part === "sign" ? [signQuestion, describeSign] : [sizeQuestion, describeGradient];
  const { text, answers } = ask(plan, now, name);
  const reply = make("p", { class: "reply", role: "status" });
  const buttons = answers.map(({ text, right, why }) =>
    button(text, ({ target }) => {
      write(target, { "data-answer": right ? "right" : "wrong" });
      for (const answer of buttons) answer.disabled = true;
      if (plan.spec.says) change({ predicting: { ...predicting, answered: true } });
      const verdict = right ? "Right. " : why ? `Not so. ${why} ` : "Not so. ";
      tell(reply, [verdict, ...describe(plan, now, name)]);
      const last = button(right ? "Go on" : "I see, go on", () => next(predicting));
      reply.after(last);
      last.focus();
    }),
  );
  return [make("p", {}, text), ...buttons, reply];
}
