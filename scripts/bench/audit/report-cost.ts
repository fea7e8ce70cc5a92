/** Prints what doing something costs this process: milliseconds of processor time and kilobytes at most. */
export async function reportCost(act: () => void | Promise<void>): Promise<void> {
  const before = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(before);
  console.log((user + system) / 1000, process.resourceUsage().maxRSS);
}
