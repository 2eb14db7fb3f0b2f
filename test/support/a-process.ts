import { parseBusinessProcess } from '#dsl/check/parse-business-process.ts';
import type { BusinessProcess, BusinessProcessInput } from '#dsl/document/business-process.ts';

type Strategies = NonNullable<BusinessProcessInput['strategies']>;
type Blocks = Strategies[string]['blocks'];

/** A small sound process: one endpoint, one queue, one strategy that stops what comes. Fields given replace its own. */
export function aProcessDocument(changes: Partial<BusinessProcessInput> = {}): BusinessProcessInput {
  return {
    format: 1,
    name: 'Test',
    endpoints: { default: { media: 'email', queue: 'In' } },
    queues: { In: { views: { All: { submitter: { strategy: 'Main' } } } }, ErrorHeld: { parking: true } },
    strategies: {
      Main: { blocks: { entry: { type: 'entry', ports: { next: 'stop' } }, stop: { type: 'stop-interaction' } } },
    },
    ...changes,
  };
}

/** The same as the language reads it; throws when the document is not sound in its frame. */
export function aProcess(changes: Partial<BusinessProcessInput> = {}): BusinessProcess {
  const { process, diagnostics } = parseBusinessProcess(aProcessDocument(changes));
  if (process === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return process;
}

/** A sound process whose strategy `Main` has these blocks. */
export function aProcessWith(blocks: Blocks, others: Strategies = {}): BusinessProcess {
  return aProcess({ strategies: { Main: { blocks }, ...others } });
}
