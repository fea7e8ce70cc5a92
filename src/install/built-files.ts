/** Where the build leaves the program, and the release it belongs to, in a package. */
export const builtFiles = { program: "dist/baton.mjs", release: "dist/release.pack" } as const;
