/** The running process, as far as a lock says whose it is. */
export interface Self {
  readonly pid: number;
  readonly host: string;
  /** ISO 8601. */
  readonly startedAt: string;
  /** Whether a process of this host is running. */
  readonly isAlive: (pid: number) => boolean;
}
