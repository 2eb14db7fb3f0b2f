import type { MetricsReport } from '#runtime/telemetry/metrics.ts';

/** What the main process tells a worker process. */
export type ToWorker = { readonly kind: 'stop' } | { readonly kind: 'report-metrics'; readonly request: number };

/** What a worker process tells the main process. */
export type FromWorker =
  | { readonly kind: 'ready' }
  /** Its event loop turns. */
  | { readonly kind: 'alive' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'metrics'; readonly request: number; readonly report: MetricsReport };

/** Environment variable with the worker's number, from 1. */
export const workerNumberVariable = 'SIGNALBOX_WORKER_NUMBER';

/** A worker says that it is alive this often. */
export const aliveEveryMs = 1000;
