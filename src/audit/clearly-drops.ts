import { clausesOf } from "./clauses-of.ts";

/**
 * Whether a person's words drop the work as a whole: every clause of theirs does so, or adds nothing to it. Where more
 * follows, only a command that names the work drops it ("Cancel it. Please fix the typo."), and none that goes on with it.
 */
export function clearlyDrops(text: string): boolean {
  const clauses = clausesOf(text);
  if (
    clauses.some((clause) => drops.test(clause)) &&
    clauses.every((clause) => drops.test(clause) || adds.test(clause))
  )
    return true;
  const [first = "", ...more] = clauses;
  return named.test(first) && /[.!\n]/.test(text) && !more.some((clause) => goesOn.test(clause));
}

const object =
  "(it|this|that|everything|all of (it|this)|the (whole |entire )?(work|run|task|thing|request|recipe|flow))";
const named = new RegExp(
  `^(no |ok |okay |please |sorry )*(cancel|abort|abandon|scrap) ${object}( all)?( please| now| altogether| entirely)?$`,
);
const drops = new RegExp(
  [
    named.source,
    "^(no |ok |okay |please |sorry )*(cancel|abort|never ?mind|nevermind|forget (about )?it|vergiss es|abbrechen)( please| now)?$",
    `^(no |ok |okay |please |sorry |just )*(drop|forget|forget about) ${object}( all)?( please| now| altogether| entirely)?$`,
    "^(brich|breche?) (es|das|alles) ab$",
  ].join("|"),
);
/** What goes with it and says nothing else. */
const adds =
  /^(no|nope|nein|stop|ok|okay|please|sorry|thanks?|thank you|bitte|danke|(i )?changed my mind|(we|i) (do not|don't|no longer) (need|want) (it|this|that)( any ?more| after all)?|i('ll| will) do (it|this|that) (myself|later))$/;
/** What makes the words before it speak of a way to do the work. */
const goesOn =
  /\b(instead|rest|rather|approved?|accepted|but|except|only)\b|^((and|then|please|just) )*(go( on| ahead)?|continue|proceed|use|rework|redo|start over|weiter|yes)\b/;
