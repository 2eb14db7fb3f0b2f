import { createContext, Script } from 'node:vm';

const script = new Script('work()', { filename: 'within-time' });

// making one costs more than most of the work done in it
const context: { work?: () => void } = createContext({});

/**
 * Runs synchronous work and gives up after a limit, answering what `otherwise` makes of the failure. For libraries
 * whose patterns can backtrack for ever on text from outside: the engine stops a running pattern too.
 */
export function withinTime<T>(limitMs: number, work: () => T, otherwise: (failure: unknown) => T): T {
  let result: { value: T } | undefined;
  context.work = () => {
    result = { value: work() };
  };
  try {
    script.runInContext(context, { timeout: limitMs });
  } catch (failure) {
    return otherwise(failure);
  } finally {
    delete context.work;
  }
  return result ? result.value : otherwise(undefined);
}
