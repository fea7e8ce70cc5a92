/**
 * Whether a person's words clearly change what is wanted. Read narrowly: "instead", "additionally", "no longer", "new (or
 * another, additional) requirement", "change the scope/requirements", "also" with what is to be done ("also add", "it also
 * needs to", "should also"). A plain question about the work changes nothing.
 */
export function changesRequirements(text: string): boolean {
  if (/^\s*(why|what|how|where|who|when|which|is|are|does|did|was|were)\b[^.!]*\?\s*$/i.test(text)) return false;
  return signs.some((sign) => sign.test(text));
}

const signs = [
  /\binstead\b/i,
  /\badditionally\b/i,
  /\bno longer\b/i,
  /\b(new|another|additional|changed|extra) requirements?\b/i,
  /\b(chang|expand|extend|narrow|reduc|widen)(e|es|ed|ing|s)? (\w+ ){0,3}(requirements?|scope)\b/i,
  /\b(requirements?|scope) (\w+ ){0,2}changed\b/i,
  /\balso (please )?(add|build|cover|handle|implement|include|make|need|needs|support|supports|want|wants)\b/i,
  /\b(should|must|shall|has to|have to|needs to) also\b/i,
];
