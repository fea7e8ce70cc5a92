/** The `.gitignore` of a project's `.baton` directory, whoever makes that directory first. */
export const batonGitignore = `# Written by Baton. What only concerns this machine; everything else here belongs in the repository.
runs.db*
hooks.jsonl
hooks.log*
sessions/
conflicts/
lock-*
*.baton-tmp
`;
