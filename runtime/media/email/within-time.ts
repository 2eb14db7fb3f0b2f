import { createContext, Script } from 'node:vm';

const script = new Script('work()', { filename: 'within-time' });

/**
 * Runs synchronous work and gives up after a limit, answering what `otherwise` makes of the failure. For libraries
 * whose patterns can backtrack for ever on text from outside: the engine stops a running pattern too.
 */
export function withinTime<T>(limitMs: number, work: () => T, otherwise: (failure: unknown) => T): T {
  let result: { value: T } | undefined;
  const context = createContext({
    work: () => {
      result = { value: work() };
    },
  });
  try {
    script.runInContext(context, { timeout: limitMs });
  } catch (failure) {
    return otherwise(failure);
  }
  return result ? result.value : otherwise(undefined);
}
