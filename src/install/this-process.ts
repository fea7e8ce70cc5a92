import { hostname } from "node:os";
import type { Self } from "./self.ts";

/** The process this code runs in. */
export function thisProcess(): Self {
  return {
    pid: process.pid,
    host: hostname(),
    startedAt: new Date(Date.now() - process.uptime() * 1000).toISOString(),
    isAlive: (pid) => {
      try {
        process.kill(pid, 0);
        return true;
      } catch (error) {
        // It runs, but is not ours to signal.
        return (error as NodeJS.ErrnoException).code === "EPERM";
      }
    },
  };
}
