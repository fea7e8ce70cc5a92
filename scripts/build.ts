import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { builtFiles } from "../src/install/built-files.ts";
import { toBytes } from "../src/install/content.ts";
import { noStamp, packRelease } from "./build/pack-release.ts";
import { prebuiltShipped } from "./build/prebuilt-shipped.ts";
import { bundlePrograms } from "./build/programs.ts";

// Bundles the command line into one file, dist/baton.mjs; what Codex's hooks start, which takes its parts from that file, into
// dist/hook.mjs; and the library into dist/index.js. Nothing of node_modules is needed to run any of them.
const root = join(import.meta.dirname, "..");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };

/** commander can start a subcommand as a program of its own; Baton never asks it to, and loading child_process is slow. */
const withoutSubprocesses: Plugin = {
  name: "without-subprocesses",
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^(node:)?child_process$/ }, ({ importer }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path: "child_process", namespace: "nothing" } : undefined,
    );
    onLoad({ filter: /.*/, namespace: "nothing" }, () => ({ contents: "module.exports = {};" }));
  },
};

const common: BuildOptions = {
  platform: "node",
  target: "node20",
  plugins: [prebuiltShipped, withoutSubprocesses],
  legalComments: "none",
  logLevel: "warning",
  mainFields: ["module", "main"],
  conditions: ["module", "import"],
};

// No import statement: each costs the loader a module, and an old Node has to get as far as the message.
const launcher = `const batonUrl = import.meta.url;
const batonNode = process.versions.node.split(".").map(Number);
if (batonNode[0] < 20 || (batonNode[0] === 20 && batonNode[1] < 19)) {
  process.stderr.write("baton needs Node 20.19 or newer, this is " + process.version + ": install a newer Node and run it again\\n");
  process.exit(3);
}`;

mkdirSync(join(root, "dist"), { recursive: true });
const [unstamped = "", hook = ""] = await bundlePrograms(
  {
    ...common,
    entryPoints: [join(root, "src/cli/bin.ts"), join(root, "src/cli/hook.ts")],
    define: {
      BATON_VERSION: JSON.stringify(version),
      BATON_STAMP: JSON.stringify(noStamp),
      "import.meta.url": "batonUrl",
    },
  },
  basename(builtFiles.program),
  launcher,
);
const { program, pack } = await packRelease(root, version, { program: unstamped, hook });
place(builtFiles.release, toBytes(pack), 0o644);
place(builtFiles.hook, hook, 0o644);
place(builtFiles.program, program, 0o755);

await build({
  ...common,
  bundle: true,
  entryPoints: [join(root, "src/index.ts")],
  outfile: join(root, "dist/index.js"),
  format: "esm",
  minifySyntax: true,
  minifyWhitespace: true,
  define: { BATON_VERSION: JSON.stringify(version) },
  banner: {
    js: 'import { createRequire as batonRequire } from "node:module"; const require = batonRequire(import.meta.url);',
  },
});

/** Renames a file into place: a program that runs meanwhile, or another build, never sees half of it. */
function place(path: string, content: string | Buffer, mode: number): void {
  const fresh = join(root, `${path}.${process.pid}.tmp`);
  writeFileSync(fresh, content, { mode });
  renameSync(fresh, join(root, path));
}
