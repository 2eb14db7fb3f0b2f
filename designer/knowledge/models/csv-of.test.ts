import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvOf } from './csv-of.ts';

it('writes texts that are read back as they were', () => {
  const example = fc.record({ text: fc.string({ minLength: 1 }), category: fc.string({ minLength: 1 }) });
  fc.assert(
    fc.property(fc.array(example, { maxLength: 5 }), (examples) => {
      expect(parse(csvOf(examples), { columns: true })).toEqual(examples);
    }),
  );
});
