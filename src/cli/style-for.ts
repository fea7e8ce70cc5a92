import { coloured, plain, type Style } from "../render/style.ts";
import type { Io } from "./io.ts";

/** Colour on a terminal only; NO_COLOR and FORCE_COLOR decide before that. Source: no-color.org, force-color.org. */
export function styleFor(io: Io, stream: "stdout" | "stderr"): Style {
  const set = (name: string): boolean => io.env[name] !== undefined && io.env[name] !== "";
  if (set("NO_COLOR") || io.env["TERM"] === "dumb") return plain;
  if (set("FORCE_COLOR") && io.env["FORCE_COLOR"] !== "0") return coloured;
  return io.terminal[stream] ? coloured : plain;
}
