/** Where the build leaves the programs, and the release they belong to, in a package. */
export const builtFiles = { program: "dist/baton.mjs", hook: "dist/hook.mjs", release: "dist/release.pack" } as const;
