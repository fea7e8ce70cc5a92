import { type Diagnostic, diagnose } from "../core/diagnostic.ts";
import type { Parsed } from "../parse/parsed.ts";
import { handoffKey } from "./join.ts";
import type { ContractLayer } from "./layer.ts";

/** Every entry of a file that another one of the same name in the same list would silently replace. */
export function doubleFindings(parsed: Parsed, file: string): Diagnostic[] {
  const layer = parsed.value as ContractLayer;
  const lists: readonly (readonly [pointer: string, keys: readonly string[] | undefined])[] = [
    ["/statuses", layer.statuses?.map((one) => one.status)],
    ["/agents", layer.agents?.map((one) => one.name)],
    ["/stops", layer.stops?.map((one) => one.id)],
    ["/handoffs", layer.handoffs?.map(handoffKey)],
    ["/completion/closeReasons", layer.completion?.closeReasons?.map((one) => one.id)],
    ["/escalation", layer.escalation?.map((one) => one.id)],
  ];
  return lists.flatMap(([list, keys = []]) =>
    keys.flatMap((key, index) => {
      if (keys.indexOf(key) === index) return [];
      const pointer = `${list}/${index}`;
      const span = parsed.locate(pointer);
      const where = { file, pointer, ...(span === undefined ? {} : { span }) };
      return diagnose("contract/shape", { message: `"${key}" is listed twice`, hint: "keep one of them", where });
    }),
  );
}
