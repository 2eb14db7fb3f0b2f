import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBusinessProcess } from '#dsl/check/parse-business-process.ts';
import type { BusinessProcessInput } from '#dsl/document/business-process.ts';
import { readDocument } from './read-document.ts';
import { setBlockText } from './set-block.ts';

const document: BusinessProcessInput = {
  format: 1,
  name: 'Test',
  errorQueue: 'Inbound',
  endpoints: { default: { media: 'email', queue: 'Inbound' } },
  queues: { Inbound: { views: { All: { submitter: { strategy: 'Main' } } } } },
  strategies: {
    Main: {
      blocks: {
        entry: { type: 'entry', ports: { next: 'wait' } },
        wait: { type: 'wait', config: { seconds: 5 }, ports: { next: 'queue' } },
        queue: { type: 'queue-interaction', config: { queue: 'Inbound' } },
      },
    },
    Other: { kind: 'subroutine', blocks: { entry: { type: 'entry' } } },
  },
};

describe('readDocument', () => {
  it('reads what the language reads, whatever part of the document is broken', () => {
    const broken = fc.constantFrom<unknown>(null, 7, 'text', [], {}, { blocks: null }, { blocks: { 'No id': {} } });
    const change = fc.constantFrom(
      (value: unknown) => ({ ...document, strategies: value }),
      (value: unknown) => ({ ...document, strategies: { ...document.strategies, Main: value } }),
      (value: unknown) => ({ ...document, queues: value }),
      (value: unknown) => ({ ...document, strategies: { Main: { blocks: { wait: value } } } }),
      (value: unknown) => ({ ...document, strategies: { ' Main': { blocks: {}, tests: value } } }),
      (value: unknown) => ({ ...document, strategies: { Main: { blocks: {}, kind: value } }, more: value }),
      (value: unknown) => value,
    );
    fc.assert(
      fc.property(change, broken, (apply, value) => {
        const changed = apply(value) as BusinessProcessInput;
        // only objects are ever documents of the editor
        if (typeof changed !== 'object' || changed === null) return;
        expect(readDocument(changed).process).toEqual(parseBusinessProcess(changed).process);
      }),
    );
    expect(readDocument(document).process).toEqual(parseBusinessProcess(document).process);
  });

  it('keeps the very same objects for all that an edit left alone', () => {
    const layout = { process: { positions: {}, notes: {} }, strategies: {} };
    const after = setBlockText('Main', 'wait', 'name', 'Take a break').apply({ document, layout }).document;

    const [was, is] = [readDocument(document).process, readDocument(after).process];

    expect(is).toEqual(parseBusinessProcess(after).process);
    expect(is?.queues).toBe(was?.queues);
    expect(is?.strategies['Other']).toBe(was?.strategies['Other']);
    expect(is?.strategies['Main']?.blocks['queue']).toBe(was?.strategies['Main']?.blocks['queue']);
  });

  it('keeps parts that no edit touched the same objects', () => {
    const before = readDocument({ ...document }).process;
    const after = readDocument({ ...document, description: 'New' }).process;

    expect(after?.description).toBe('New');
    expect(after?.queues).toBe(before?.queues);
    expect(after?.endpoints).toBe(before?.endpoints);
    expect(after?.strategies).toBe(before?.strategies);
    expect(readDocument({ ...document, queues: {} }).process?.queues).toEqual({});
  });
});
