/** Whether a path is a device, or lies in a directory for temporary files: what is written there changes no project. */
export function isTemporary(path: string): boolean {
  return /^(\/private)?\/(dev|tmp|var\/tmp|var\/folders|proc)(\/|$)|^\$\{?(TMPDIR|RUNNER_TEMP)\b/.test(path);
}
