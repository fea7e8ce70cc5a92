import { Failure } from "../../core/failure.ts";

const unitsMs: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/**
 * The moment `--since` means, in milliseconds since the epoch: a date, or a length of time before now (`30m`, `2h`, `3d`, `1w`).
 * @throws Failure cli/usage
 */
export function parseSince(given: string, nowMs: number): number {
  const [, count = "", unit = ""] = /^(\d{1,6})([mhdw])$/.exec(given) ?? [];
  if (unit !== "") return nowMs - Number(count) * (unitsMs[unit] ?? 0);
  const at = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2})?)?$/.test(given) ? Date.parse(given) : Number.NaN;
  if (!Number.isNaN(at)) return at;
  throw new Failure("cli/usage", `--since is "${given}", neither a date nor a length of time`, {
    status: 2,
    hint: "write --since 2026-01-31, --since 2h or --since 3d",
  });
}
