import { decodeUtf8 } from "../core/decode-utf8.ts";
import { Failure } from "../core/failure.ts";

/**
 * The text that a file's bytes are in UTF-8, a byte order mark included.
 * @param shown the file's name in findings
 * @throws Failure parse/not-utf8
 */
export function decodeText(bytes: Uint8Array, shown: string): string {
  const text = decodeUtf8(bytes);
  if (text !== undefined) return text;
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const message = isUtf16 ? "this is UTF-16, not UTF-8" : "this is not UTF-8";
  // The older PowerShell writes UTF-16 wherever an output is redirected.
  const hint = isUtf16 ? "save it as UTF-8; in PowerShell 5, pipe to `Out-File -Encoding utf8`" : "save it as UTF-8";
  throw new Failure("parse/not-utf8", message, { where: { file: shown }, hint });
}
