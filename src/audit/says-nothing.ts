import { clausesOf } from "./clauses-of.ts";

/** Whether words beside a recipe's name ask for nothing of their own: there are none, or they only say to go on. */
export function saysNothing(text: string): boolean {
  return clausesOf(text).every((clause) => filler.test(clause));
}

const filler =
  /^(?:(?:and|again|bitte|continue|do it|einfach|fortfahren|go|go ahead|go on|from (?:here|there)|hello|hi|hey|it|ja|just|keep going|carry on|let's|mach|next|now|ok|okay|on|please|pick up|proceed|resume|start|sure|thanks|thank you|the (?:last |open )?(?:run|work)|then|this|up|weiter|weitermachen|where (?:we|you) (?:left off|stopped)|with|yeah|yep|yes)(?: |$))+$/;
