import type { Catalogue } from "../entry.ts";

export const installCodes = {
  "install/conflict": {
    severity: "error",
    title: "files of yours stand where the pack's would go",
    why: "A file that Baton did not write is never overwritten. The install stopped before it wrote anything.",
    fix: "Move the file away, or say what to do with all of them: `--on-conflict keep` leaves yours, `take` replaces it after a backup, `merge` lays a copy with both versions beside it.",
  },
  "install/merge-conflict": {
    severity: "error",
    title: "your file and the new version differ in the same lines",
    why: "Which of the two is right is yours to say. Your file stands as it was; a copy with both versions lies under `.baton/conflicts/`.",
    fix: "Edit that copy, take the markers out and run `baton update`: it becomes the file. Or `baton update --on-conflict keep` or `take`.",
  },
  "install/changed-meanwhile": {
    severity: "error",
    title: "a file changed while Baton was at work",
    why: "Just before it replaces a file, Baton looks whether it is still the one the plan was made for.",
    fix: "Run the command again: it goes on from there.",
  },
  "install/symlink": {
    severity: "error",
    title: "a symlink is in the way",
    why: "Writing through a link changes a file somewhere else, which may belong to nobody who asked for it.",
    fix: "Replace the link by a plain file or directory, or install elsewhere with `--directory` or `--user`.",
  },
  "install/in-the-way": {
    severity: "error",
    title: "a directory stands where a file would go, or the other way round",
    why: "Baton removes nothing to make room.",
    fix: "Move it away, or install elsewhere.",
  },
  "install/unreadable": {
    severity: "error",
    title: "a file at a target cannot be read",
    why: "Without reading it, nobody knows whether it is yours.",
    fix: "Give yourself the right to read it.",
  },
  "install/disk": {
    severity: "error",
    title: "the disk refused a write",
    why: "It is full, read-only, or not yours to write. Each file is replaced as a whole, so none is half written.",
    fix: "Clear the cause and run the same command again.",
  },
  "install/locked": {
    severity: "error",
    title: "another install is at work in the same place",
    why: "Two at once would each undo what the other plans.",
    fix: "Wait for it. If there is none, because it ran on another machine and died, delete the lock file the finding names.",
  },
  "install/no-repository": {
    severity: "error",
    title: "this is not a git repository",
    why: "Codex looks for a project's skills and agents from the repository's root; files put anywhere else would not be found.",
    fix: "`git init` first, or say where: `--directory <dir>`, or `--user` for all your projects.",
  },
  "install/home": {
    severity: "error",
    title: "a project's hooks would hold for all of your projects",
    why: "In your home, or where `.codex` is CODEX_HOME, Codex reads hooks and servers for every project. A project's start the `.baton/bin/hook.mjs` of the repository that is open: any clone would run its own program outside the sandbox.",
    fix: "`baton install --user`, whose hooks start the one program in CODEX_HOME. `baton uninstall` takes away a project install that is there already.",
  },
  "install/not-installed": {
    severity: "error",
    title: "Baton is not installed here",
    why: "There is no `.baton/manifest.json` between this directory and the repository's root.",
    fix: "Run `baton install`.",
  },
  "install/not-a-file-of-ours": {
    severity: "error",
    title: "the path is none that Baton installed",
    why: "Edits are shown against the pristine copy, and only installed files have one.",
    fix: "`baton status --verbose` lists the files.",
  },
  "install/manifest-unreadable": {
    severity: "error",
    title: "the manifest is not JSON",
    why: "Without it nobody knows which files are yours: nothing is touched.",
    fix: "Restore `.baton/manifest.json` from your repository. Or delete it and install again: files that differ are then reported, not replaced.",
  },
  "install/manifest-shape": {
    severity: "error",
    title: "the manifest is not one that Baton writes",
    why: "A record that is only half understood is not followed.",
    fix: "Restore `.baton/manifest.json` from your repository, or delete it and install again.",
  },
  "install/manifest-path": {
    severity: "error",
    title: "the manifest names a path Baton never writes",
    why: "A manifest comes with a repository, from whoever wrote it. One that leads out of the project, through odd names or into foreign files is refused as a whole.",
    fix: "Take the manifest of a commit you trust.",
  },
  "install/newer-manifest": {
    severity: "error",
    title: "a newer Baton installed this",
    why: "An older program does not know what the newer one recorded, and would undo it.",
    fix: "Use the newer one: `npx codex-baton@latest`.",
  },
} as const satisfies Catalogue;
