import { expect, it } from 'vitest';
import { processFigures } from './process-figures.ts';

it('reads memory, lag and open files of each process and nothing else', () => {
  const metrics = [
    '# HELP process_open_fds Number of open file descriptors.',
    'process_open_fds{process="main"} 38',
    'process_open_fds{process="worker 1"} 32',
    'process_resident_memory_bytes{process="main"} 166899712',
    'nodejs_eventloop_lag_p99_seconds{process="main"} 0.0101',
    'process_max_fds{process="main"} 20000',
  ].join('\n');

  expect(processFigures(metrics)).toEqual([
    { name: 'main', openFiles: 38, memoryBytes: 166_899_712, lagSeconds: 0.0101 },
    { name: 'worker 1', openFiles: 32 },
  ]);
});
