import { clausesOf } from "./clauses-of.ts";

/**
 * Whether a person's words cannot be taken for a yes; what else they may mean is not read out of them. Words that begin
 * like a no and let the work go on ("No objections", "Stop asking, just go", "No, that is all. Go on") refuse nothing.
 * @param isAsked whether they may answer a question beside the one at the stop: a no with more words may be about that
 */
export function clearlyRefuses(text: string, isAsked = false): boolean {
  const [first = "", ...more] = clausesOf(text);
  // What a person says at a terminal that they reject.
  if (first === "rejected") return true;
  if ([first, ...more].some(letsGoOn)) return false;
  const [, no, rest = ""] = /^(nope|nah|no|nein|nee|nö)(?: (.*))?$/.exec(first) ?? [];
  if (no === undefined) return refusals.test(first);
  const said = [rest, ...more].filter((clause) => clause !== "");
  if (isAsked && said.length > 0) return said.some((clause) => refusals.test(clause));
  return rest === "" || no !== "no" || addressed.test(rest);
}

/** After "no" without a comma: words that speak to somebody. Any other makes "no" speak of a thing ("no changes needed"). */
const addressed =
  /^(thanks?|thank you|way|wait|please|sorry|i|it|it's|this|that|that's|these|those|we|you|they|not|never|stop|don't|do|start|rework|redo|change|make|use|only|the|nein)\b/;

const work = "(the (whole )?(work|run|plan|task|thing|design|analysis|prd|change)|it|this|that|everything|all)";
const refusals = new RegExp(
  [
    "^(please )?(stop|stopp|cancel(led)?|abort|reject(ed)?|refused?|abbrechen|abgelehnt)( please| now)?$",
    `^(please )?(stop|cancel|abort|reject|refuse) ${work}( please| now)?$`,
    "^(please )?stop (here|now|please|right|at once|immediately|working|for)\\b",
    "^(not|nicht)( yet| approved?| accepted| agreed| ok(ay)?| good( enough)?| like (this|that)| so| genehmigt| freigegeben)?$",
    "^(not yet|noch nicht)\\b",
    "^(this|that|it|the \\w+)( is|'s) not (yet )?(approved|accepted|ok(ay)?)$",
    "^(i )?(do not|don't)$",
    "^(do not|don't) (do|go|proceed|continue|start|begin|commit|merge|implement|build)( (it|this|that|on|ahead|yet|now|anything))*$",
    "^i ((do not|don't|can't|cannot|can not|won't|will not) (approve|accept|agree)\\b|(do not|don't) want (it|this|that)\\b|(reject|refuse|disagree)\\b)",
    "^(please )?(start over|start again|begin again|redo (it|this|that))\\b",
  ].join("|"),
);

/** Whether a clause lets the work go on, as far as it says so plainly and does not deny it. */
function letsGoOn(clause: string): boolean {
  if (/\b(not|never|nobody|cannot|nicht|nie|before|until|unless)\b|n't\b/.test(clause)) return false;
  return (
    yes.test(clause) || /\b(is|are|'s|it|this|that) (all )?(approved|accepted|fine|ok(ay)?|good|right)$/.test(clause)
  );
}

const lead = "(?:(?:and|but|so|then|just|please|you can|you may|let's|that's all|i|dann|bitte|einfach) )*";
const yes = new RegExp(
  `^${lead}(?:yes|yep|yeah|ja|ok|okay|sure|lgtm|approved?|accept|agree|go|go (?:on|ahead|for it)|carry on|keep going|continue|proceed|weiter|mach weiter|passt|genehmigt|freigegeben|einverstanden|alles gut|looks good|ship it|do it)(?: (?:please|then|now|with it|it|so|bitte|the (?:plan|design|prd|rest)))*$`,
);
