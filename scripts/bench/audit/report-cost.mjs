// Preloaded into a process to be measured: prints, when it ends, its processor time in ms and the most memory it held in kB.
process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  process.stderr.write(`${(user + system) / 1000} ${process.resourceUsage().maxRSS}\n`);
});
