import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Failure } from "../core/failure.ts";

declare const BATON_VERSION: string | undefined;

/** The directory of the package this program came in; undefined when the program lies alone, as it does in a project's `.baton/bin`. */
export function packageRoot(): string | undefined {
  const directory = dirname(fileURLToPath(import.meta.url));
  // In the bundle this is dist/baton.mjs, in a checkout src/pack/package-root.ts.
  const root = typeof BATON_VERSION === "string" ? dirname(directory) : dirname(dirname(directory));
  return existsSync(join(root, "references", "contract.yaml")) ? root : undefined;
}

/** @throws Failure pack/incomplete when the program lies alone */
export function requirePackageRoot(command: string): string {
  const root = packageRoot();
  if (root !== undefined) return root;
  throw new Failure("pack/incomplete", "this is the program alone, without the pack it would install", {
    hint: `run npx codex-baton ${command}`,
  });
}
