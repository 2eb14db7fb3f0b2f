/** What one process of the operating system says of itself. */
export interface ProcessFigures {
  /** `main`, `worker 1`. */
  readonly name: string;
  readonly memoryBytes?: number;
  /** 99th percentile. */
  readonly lagSeconds?: number;
  readonly openFiles?: number;
}

const wanted: Readonly<Record<string, Exclude<keyof ProcessFigures, 'name'>>> = {
  process_resident_memory_bytes: 'memoryBytes',
  nodejs_eventloop_lag_p99_seconds: 'lagSeconds',
  process_open_fds: 'openFiles',
};

const line = /^(\w+)\{(?:[^}]*,)?process="([^"]*)"[^}]*\} (\S+)$/;

/** Reads the figures of each process from metrics in Prometheus' text format, in the order they come. */
export function processFigures(text: string): readonly ProcessFigures[] {
  const found = new Map<string, ProcessFigures>();
  for (const written of text.split('\n')) {
    const [, metric = '', name = '', value = ''] = line.exec(written) ?? [];
    const key = wanted[metric];
    if (key !== undefined) found.set(name, { ...(found.get(name) ?? { name }), [key]: Number(value) });
  }
  return [...found.values()];
}
