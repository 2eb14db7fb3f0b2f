import { processPath } from './process-path.ts';

/** Lets the browser save the process, with everything it refers to, as one JSON file. */
export function exportProcess(name: string): void {
  const link = document.createElement('a');
  link.href = `${processPath(name)}/export`;
  link.download = `${name}.json`;
  link.click();
}
