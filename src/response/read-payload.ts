import { type Diagnostic, diagnose, type Where } from "../core/diagnostic.ts";
import { LineIndex } from "../core/line-index.ts";
import { jsonDepth, parseJson } from "../parse/json.ts";
import { limits } from "../parse/parsed.ts";
import { type Found, findPayload, type Payload } from "./find-payload.ts";
import { payloadInPlace } from "./payload-in-place.ts";
import { repairJson } from "./repair-json.ts";

/** The object an answer is taken to give, its place in the text, and everything said about how it was found. */
export interface Read {
  /** Undefined when there is none to speak of; a finding says why. */
  readonly value: unknown;
  readonly start: number;
  readonly end: number;
  readonly findings: readonly Diagnostic[];
}

interface Text {
  readonly text: string;
  readonly where: (start: number, end: number) => Where;
  readonly file: string;
}

/**
 * Reads the payload out of an answer's text.
 * @param lenient recover what can be recovered, reporting it as a warning instead of an error
 * @param routeOf where a value goes that fits the agent's schemas, undefined for one that does not; chooses among several
 * payloads, unless they go different ways
 */
export function readPayload(
  text: string,
  file: string,
  lenient: boolean,
  routeOf: (value: unknown) => string | undefined,
): Read {
  const index = new LineIndex(text);
  const source: Text = { text, file, where: (start, end) => ({ file, span: index.span(start, end) }) };
  const found = findPayload(text);
  // What was cut off came last and may be what counts: nothing before it is taken for the answer.
  const cutOff = found.payloads.find((one) => one.broken === "cut-off");
  const fitting = (lenient && cutOff === undefined ? found.payloads : []).flatMap((one) => {
    const value = usableValue(source, one);
    const route = value === undefined ? undefined : routeOf(value);
    return route === undefined ? [] : [{ one, route }];
  });
  const chosen = new Set(fitting.map(({ route }) => route)).size === 1 ? fitting.at(-1)?.one : undefined;
  const payload = cutOff ?? chosen ?? found.payloads[0];
  if (payload === undefined) return { value: undefined, start: 0, end: 0, findings: [nothingFound(source)] };
  const read = readOne(source, payload, lenient);
  const findings = [
    ...surroundingFindings(found, lenient, source),
    ...severalFindings(found.payloads, payload, chosen !== undefined, source),
    ...read.findings,
  ];
  return { value: read.value, start: payload.start, end: payload.end, findings };
}

function surroundingFindings(found: Found, lenient: boolean, { where }: Text): Diagnostic[] {
  const findings: Diagnostic[] = [];
  const severity = lenient ? "warning" : "error";
  const skipped = lenient ? "; it is skipped" : "";
  const hint = "return the JSON object alone";
  const { leading, trailing } = found;
  if (leading !== undefined) {
    const message = `prose stands before the payload${skipped}`;
    findings.push(
      diagnose("response/leading-prose", { message, severity, hint, where: where(leading.start, leading.end) }),
    );
  }
  if (trailing !== undefined) {
    const message = `prose stands after the payload${skipped}`;
    findings.push(
      diagnose("response/trailing-prose", { message, severity, hint, where: where(trailing.start, trailing.end) }),
    );
  }
  const first = found.payloads[0];
  if (found.fenced && first !== undefined) {
    const message = "the payload stands in a code fence";
    findings.push(diagnose("response/fenced", { message, where: where(first.start, first.start + 1) }));
  }
  return findings;
}

function severalFindings(all: readonly Payload[], taken: Payload, fits: boolean, { where }: Text): Diagnostic[] {
  if (all.length < 2) return [];
  const place = where(taken.start, taken.end);
  const which = fits ? `; the one in line ${place.span?.line ?? 1} fits and is taken` : "";
  return [
    diagnose("response/several-payloads", {
      message: `the answer holds ${all.length} JSON objects${which}`,
      severity: fits ? "warning" : "error",
      hint: "return one object",
      where: place,
      related: all
        .filter((one) => one !== taken)
        .map((one) => ({ where: where(one.start, one.end), note: "another one" })),
    }),
  ];
}

/** The value a payload has or can be repaired to; undefined when it is not for use. */
function usableValue({ text, file }: Text, { start, end, broken }: Payload): unknown {
  const body = text.slice(start, end);
  if (broken === "list" || jsonDepth(body) > limits.depth) return undefined;
  return broken === undefined ? JSON.parse(body) : repairJson(body, file)?.value;
}

type One = Pick<Read, "value" | "findings">;

/** Reads one payload, whole or broken; lenient, a slip in its syntax is repaired. */
function readOne(source: Text, payload: Payload, lenient: boolean): One {
  const { text, file, where } = source;
  const { start, end, broken } = payload;
  if (broken === "list") return { value: undefined, findings: [notAnObject(where(start, end))] };
  const parsed = parseJson(payloadInPlace(text, start, end), file, Number.POSITIVE_INFINITY);
  const [problem] = parsed.findings;
  if (problem?.code === "parse/too-deep") return { value: undefined, findings: [tooDeep(file)] };
  if (broken === undefined) return { value: parsed.value, findings: parsed.findings.map(ofAnswer) };
  const cutOff = broken === "cut-off";
  const repaired = lenient ? repairJson(text.slice(start, end), file) : undefined;
  const message = cutOff ? "the JSON ends before it is complete" : (problem?.message ?? "the JSON does not parse");
  // A cut-off answer stays an error even when its brackets can be closed: what is missing may be what blocks the work.
  const finding = diagnose(cutOff ? "response/cut-off" : "response/syntax", {
    message: repaired === undefined ? message : `${message}; what there is was repaired`,
    severity: repaired !== undefined && !cutOff ? "warning" : "error",
    hint: cutOff ? "ask for the whole answer again" : "correct the JSON at this place",
    where: cutOff || problem === undefined ? where(end - 1, end) : problem.where,
  });
  const doubles = (repaired?.findings ?? []).map((one) => ({ ...ofAnswer(one), where: where(start, end) }));
  return { value: repaired?.value, findings: [finding, ...doubles.map(({ related: _, ...one }) => one)] };
}

/** A finding of the JSON parser's under the code it has in an answer. */
function ofAnswer(finding: Diagnostic): Diagnostic {
  return finding.code === "parse/duplicate-key" ? { ...finding, code: "response/duplicate-key" } : finding;
}

function tooDeep(file: string): Diagnostic {
  return diagnose("response/too-deep", {
    message: `the answer nests deeper than ${limits.depth} levels`,
    hint: "flatten it",
    where: { file },
  });
}

function notAnObject(where: Where): Diagnostic {
  return diagnose("response/not-an-object", {
    message: "the payload is not a JSON object",
    hint: "return the one object the schema describes",
    where,
  });
}

function nothingFound({ text, file, where }: Text): Diagnostic {
  if (jsonDepth(text) > limits.depth) return tooDeep(file);
  const start = Math.max(0, text.search(/\S/));
  const place = where(start, text.length);
  try {
    JSON.parse(text.trim());
    return notAnObject(place);
  } catch {
    const message = text.trim() === "" ? "the answer is empty" : "the answer holds no JSON object";
    const hint = "return the JSON object the schema describes, and nothing else";
    return diagnose("response/no-json", { message, hint, where: place });
  }
}
