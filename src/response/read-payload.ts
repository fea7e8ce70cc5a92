import { jsonrepair } from "jsonrepair";
import { type Diagnostic, diagnose } from "../core/diagnostic.ts";
import { LineIndex } from "../core/line-index.ts";
import { parseJson } from "../parse/json.ts";
import { type Found, findPayload, type Payload } from "./find-payload.ts";

/** The object an answer is taken to give, its place in the text, and everything said about how it was found. */
export interface Read {
  readonly value: unknown;
  readonly start: number;
  readonly end: number;
  readonly findings: readonly Diagnostic[];
}

/**
 * Reads the payload out of an answer's text.
 * @param lenient recover what can be recovered, reporting it as a warning instead of an error
 * @param fits whether a value fits the agent's schemas; chooses among several payloads
 */
export function readPayload(text: string, file: string, lenient: boolean, fits: (value: unknown) => boolean): Read {
  const index = new LineIndex(text);
  const severity = lenient ? ("warning" as const) : ("error" as const);
  const where = (start: number, end: number) => ({ file, span: index.span(start, end) });
  const found = findPayload(text);
  const chosen = lenient ? found.payloads.findLast((one) => fits(payloadValue(text, one))) : undefined;
  const payload = chosen ?? found.payloads[0];
  if (payload === undefined) return { value: undefined, start: 0, end: 0, findings: [nothingFound(text, file, index)] };

  const findings: Diagnostic[] = surroundingFindings(found, severity, lenient, where);
  if (found.payloads.length > 1) {
    const taken = chosen === undefined ? "" : `; the one in line ${index.span(payload.start).line} fits and is taken`;
    findings.push(
      diagnose("response/several-payloads", {
        message: `the answer holds ${found.payloads.length} JSON objects${taken}`,
        severity: chosen === undefined ? "error" : "warning",
        where: where(payload.start, payload.end),
        related: found.payloads
          .filter((one) => one !== payload)
          .map((one) => ({ where: where(one.start, one.end), note: "another one" })),
      }),
    );
  }
  const read =
    payload.broken === undefined ? readWhole(text, file, payload) : readBroken(text, file, payload, lenient, index);
  return { value: read.value, start: payload.start, end: payload.end, findings: [...findings, ...read.findings] };
}

function payloadValue(text: string, payload: Payload): unknown {
  return payload.broken === undefined ? JSON.parse(text.slice(payload.start, payload.end)) : undefined;
}

function surroundingFindings(
  found: Found,
  severity: "error" | "warning",
  lenient: boolean,
  where: (start: number, end: number) => Diagnostic["where"],
): Diagnostic[] {
  const findings: Diagnostic[] = [];
  const skipped = lenient ? "; it is skipped" : "";
  const { leading, trailing } = found;
  if (leading !== undefined) {
    const message = `prose stands before the payload${skipped}`;
    findings.push(
      diagnose("response/leading-prose", {
        message,
        severity,
        hint: "return the JSON object alone",
        where: where(leading.start, leading.end),
      }),
    );
  }
  if (trailing !== undefined) {
    const message = `prose stands after the payload${skipped}`;
    findings.push(
      diagnose("response/trailing-prose", {
        message,
        severity,
        hint: "return the JSON object alone",
        where: where(trailing.start, trailing.end),
      }),
    );
  }
  const first = found.payloads[0];
  if (found.fenced && first !== undefined) {
    findings.push(
      diagnose("response/fenced", {
        message: "the payload stands in a code fence",
        where: where(first.start, first.start + 1),
      }),
    );
  }
  return findings;
}

/** Parses a payload that is JSON, reporting keys given twice. */
function readWhole(text: string, file: string, payload: Payload): { value: unknown; findings: Diagnostic[] } {
  const padding = text.slice(0, payload.start).replace(/[^\r\n]/g, " ");
  const parsed = parseJson(padding + text.slice(payload.start, payload.end), file, Number.POSITIVE_INFINITY);
  const findings = parsed.findings.map((finding) =>
    finding.code === "parse/duplicate-key" ? { ...finding, code: "response/duplicate-key" as const } : finding,
  );
  return { value: parsed.value, findings };
}

function readBroken(
  text: string,
  file: string,
  payload: Payload,
  lenient: boolean,
  index: LineIndex,
): { value: unknown; findings: Diagnostic[] } {
  const cutOff = payload.broken === "cut-off";
  const code = cutOff ? "response/cut-off" : "response/syntax";
  const body = text.slice(payload.start, payload.end);
  const padding = text.slice(0, payload.start).replace(/[^\r\n]/g, " ");
  const place = parseJson(padding + body, file, Number.POSITIVE_INFINITY).findings[0];
  const where =
    cutOff || place === undefined
      ? { file, span: index.span(Math.max(payload.start, text.trimEnd().length - 1), text.length) }
      : place.where;
  const message = cutOff ? "the JSON ends before it is complete" : (place?.message ?? "the JSON does not parse");
  const value = lenient ? repaired(body) : undefined;
  // A cut-off answer stays an error even when its brackets can be closed: what is missing may be what blocks the work.
  const finding = diagnose(code, {
    message: value === undefined ? message : `${message}; what there is was repaired`,
    severity: value !== undefined && !cutOff ? "warning" : "error",
    hint: cutOff ? "ask for the whole answer again" : "correct the JSON at this place",
    where,
  });
  return { value, findings: [finding] };
}

function repaired(body: string): unknown {
  try {
    const value: unknown = JSON.parse(jsonrepair(body));
    return value !== null && typeof value === "object" && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function nothingFound(text: string, file: string, index: LineIndex): Diagnostic {
  const start = Math.max(0, text.search(/\S/));
  const where = { file, span: index.span(start, text.length) };
  try {
    JSON.parse(text);
    return diagnose("response/not-an-object", {
      message: "the payload is not a JSON object",
      hint: "wrap it in the object the schema describes",
      where,
    });
  } catch {
    const message = text.trim() === "" ? "the answer is empty" : "the answer holds no JSON object";
    return diagnose("response/no-json", {
      message,
      hint: "return the JSON object the schema describes, and nothing else",
      where,
    });
  }
}
