/**
 * The processor time this process took since `process.cpuUsage()`, in milliseconds: what else the machine does counts
 * little. For hostile input, whose time must not grow out of all proportion; bounds are many times what it takes.
 */
export function processorMs(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1_000;
}
