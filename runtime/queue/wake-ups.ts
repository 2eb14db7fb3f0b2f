/**
 * Hints that work may be waiting in the database. A wake-up carries no data of its own: losing one costs time (a sweep
 * puts it back), having one twice costs a look at an index. The database holds the truth.
 */
export interface WakeUps {
  /** Interactions may be takeable from this queue. */
  queue(tenantId: string, queue: string): Promise<void>;
  /** An answer arrived for this run, or will be due after `delayMs`. */
  run(runId: string, delayMs?: number): Promise<void>;
  /** The outbox has something to send. */
  send(): Promise<void>;
  close(): Promise<void>;
}

/** What a worker does when woken. Each returns true when there may be more, so that it is called again at once. */
export interface WakeHandlers {
  queue?(tenantId: string, queue: string): Promise<boolean>;
  runs?(): Promise<boolean>;
  send?(): Promise<boolean>;
}
