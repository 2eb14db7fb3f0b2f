import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeImported } from './merge-imported.ts';

const block = (timeoutSeconds: number) => ({
  type: 'route-interaction',
  config: { targets: [], timeoutSeconds },
  ports: {},
});
const process = (blocks: object) => ({ format: 1, name: 'P', strategies: { Main: { blocks } } });

test('what only one of them has is kept, what both say differently is a conflict, and here stands by default', () => {
  const here = process({ route: block(60), mine: { type: 'stop-interaction' } });
  const imported = process({ route: block(90), other: { type: 'stop-interaction' } });

  const merged = mergeImported({ here, imported });

  expect(merged.document).toMatchObject({
    strategies: { Main: { blocks: { route: { config: { timeoutSeconds: 60 } }, mine: {}, other: {} } } },
  });
  expect(merged.conflicts).toMatchObject([{ subject: 'Block "route" of "Main"', ours: 60, theirs: 90 }]);
  expect(mergeImported({ here, imported }, () => 'theirs').document).toMatchObject({
    strategies: { Main: { blocks: { route: { config: { timeoutSeconds: 90 } } } } },
  });
});

test('a block that is another kind of block on the other side is one conflict', () => {
  const here = process({ route: block(60) });
  const imported = process({ route: { type: 'stop-interaction' } });

  expect(mergeImported({ here, imported }).conflicts).toHaveLength(1);
});

test('a document merged with itself is itself, and each choice gives that side where they differ', () => {
  const document = fc.record({
    name: fc.constant('R'),
    text: fc.string(),
    subject: fc.option(fc.string(), { nil: undefined }),
  });
  fc.assert(
    fc.property(document, document, (here, imported) => {
      const list = 'responses';
      expect(mergeImported({ here, imported: here, list }).conflicts).toEqual([]);
      expect(mergeImported({ here, imported, list }).document).toEqual(expect.objectContaining({ text: here.text }));
      expect(mergeImported({ here, imported, list }, () => 'theirs').document).toMatchObject({ text: imported.text });
    }),
  );
});
