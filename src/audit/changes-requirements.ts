/**
 * Whether a person's words clearly change what is wanted. Read narrowly: "instead", "additionally", "no longer", "new (or
 * another, additional) requirement", "change the scope/requirements", "also" with what is to be done ("also add", "it also
 * needs to", "should also"). A plain question about the work changes nothing, and a sentence about how it is done (what a
 * commit says, what the tests are run with, when to tell or ask the person) changes nothing either.
 */
export function changesRequirements(text: string): boolean {
  if (/^\s*(why|what|how|where|who|when|which|is|are|does|did|was|were)\b[^.!]*\?\s*$/i.test(text)) return false;
  const sentences = text.split(/[.!?;]+(?=\s|$)|\n+/);
  return sentences.some((sentence) => signs.some((sign) => sign.test(sentence)) && !isAboutProcess(sentence));
}

function isAboutProcess(sentence: string): boolean {
  return process.some((sign) => sign.test(sentence));
}

const managers = "(?:p?npm|yarn|bun|npx|pnpx|pip|poetry|uv|cargo|make|gradle|maven|mvn|node --test)";
const process = [
  /\b(co-authored-by|signed-off-by|commit messages?|commit (title|body|subject)s?|ticket (number|id|key)s?|conventional commits?)\b/i,
  /\b(each|every|the|one|your|a|per|small(er)?|separate) (\w+ )?commits?\b/i,
  /\b(pull|merge) requests?\b|\b(to|on|from|into) (a|the|another|its own) (\w+ )?branch\b/i,
  /^(please |also |then |and |but |just |instead )*(commit|push|rebase|squash|stage)\b/i,
  /\b(run|running|execute|rerun|re-run)\b.*\b(tests?|checks?|lint\w*|type ?check|suites?|builds?)\b/i,
  new RegExp(`\\b(use|using|with|through|via) ${managers}(?![\\w-])`, "i"),
  /\byou (\w+ ){0,3}((tell|ask|show|inform|remind|update|give) (me|us)|let (me|us) (know|see))\b/i,
  /^(please |also |then |and |but |just |additionally,? |instead,? )*((tell|ask|show|inform|remind|update|give) (me|us)|let (me|us) (know|see))\b/i,
  /\binstead of (asking|telling|waiting|stopping|pausing|reporting)( (me|us|first|for (me|us|my \w+)|(each|every) time))*(,|$)/i,
  /^(please |also |then |and |but |just |instead,? )*(answer|reply|respond|report|summari[sz]e|explain|talk|write to me)\b/i,
] as const;

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
