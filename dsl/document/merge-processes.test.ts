import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aProcessDocument } from '#test/support/a-process.ts';
import type { BusinessProcessInput } from './business-process.ts';
import { canonicalText } from './canonical-text.ts';
import { mergeProcesses } from './merge-processes.ts';

type Document = BusinessProcessInput;

const base = aProcessDocument({
  strategies: {
    Main: {
      blocks: {
        entry: { type: 'entry', ports: { next: 'route' } },
        route: {
          type: 'route-interaction',
          name: 'Distribute',
          config: { targets: [{ agentGroup: 'G' }], timeoutSeconds: 30 },
          ports: { timeout: 'stop' },
        },
        stop: { type: 'stop-interaction' },
      },
    },
  },
});

function edited(change: (document: Document) => void, of: Document = base): Document {
  const copy = structuredClone(of);
  change(copy);
  return copy;
}

function blocksOf(document: unknown) {
  return (document as Document).strategies?.Main?.blocks ?? {};
}

function routeOf(document: Document) {
  const { route } = blocksOf(document);
  if (route === undefined) throw new Error('the example has no block "route"');
  return route;
}

test('takes the changes of both to one block, when they are to different settings', () => {
  const ours = edited((copy) => Object.assign(routeOf(copy).config ?? {}, { timeoutSeconds: 60 }));
  const theirs = edited((copy) => Object.assign(routeOf(copy).config ?? {}, { priority: 5 }));

  const { document, conflicts } = mergeProcesses(base, ours, theirs);

  expect(conflicts).toEqual([]);
  expect(blocksOf(document).route?.config).toEqual({
    targets: [{ agentGroup: 'G' }],
    timeoutSeconds: 60,
    priority: 5,
  });
});

test('names the setting that both changed, and keeps ours unless theirs is chosen', () => {
  const ours = edited((copy) => Object.assign(routeOf(copy).config ?? {}, { timeoutSeconds: 60 }));
  const theirs = edited((copy) => Object.assign(routeOf(copy).config ?? {}, { timeoutSeconds: 90 }));

  const merged = mergeProcesses(base, ours, theirs);
  expect(merged.conflicts).toEqual([
    {
      path: ['strategies', 'Main', 'blocks', 'route', 'config', 'timeoutSeconds'],
      subject: 'Block "Distribute" of "Main"',
      field: 'timeout',
      strategy: 'Main',
      block: 'route',
      base: 30,
      ours: 60,
      theirs: 90,
      message: 'Block "Distribute" of "Main": timeout is 60 in ours, 90 in theirs, was 30.',
    },
  ]);
  expect(merged.document).toEqual(JSON.parse(canonicalText(ours)));
  expect(mergeProcesses(base, ours, theirs, () => 'theirs').document).toEqual(JSON.parse(canonicalText(theirs)));
});

test('asks when one removed what the other changed', () => {
  const ours = edited((copy) => {
    delete blocksOf(copy).route;
    blocksOf(copy).entry = { type: 'entry', ports: { next: 'stop' } };
  });
  const theirs = edited((copy) => Object.assign(routeOf(copy).config ?? {}, { timeoutSeconds: 90 }));

  const { conflicts } = mergeProcesses(base, ours, theirs);

  expect(conflicts.map(({ message }) => message)).toEqual([
    'Block "Distribute" of "Main": ours removed it, theirs changed it.',
  ]);
});

test('never mixes the settings of two kinds of block', () => {
  const ours = edited((copy) => {
    blocksOf(copy).route = { type: 'queue-interaction', config: { queue: 'In' } };
  });
  const theirs = edited((copy) => Object.assign(routeOf(copy).config ?? {}, { priority: 5 }));

  const { conflicts } = mergeProcesses(base, ours, theirs);

  expect(conflicts.map(({ path }) => path)).toEqual([['strategies', 'Main', 'blocks', 'route']]);
});

test('keeps both blocks when both added one under the same id, each with its own wires', () => {
  const adding = (reason: string) =>
    edited((copy) => {
      blocksOf(copy)['stop-2'] = { type: 'stop-interaction', config: { reason } };
    });
  const ours = adding('spam');
  const theirs = edited((copy) => {
    routeOf(copy).ports = { timeout: 'stop', error: 'stop-2' };
  }, adding('timed out'));

  const { document, conflicts, moved } = mergeProcesses(base, ours, theirs);

  expect(conflicts).toEqual([]);
  expect(moved).toEqual([{ strategy: 'Main', from: 'stop-2', to: 'stop-2-2' }]);
  expect(blocksOf(document)['stop-2']?.config).toEqual({ reason: 'spam' });
  expect(blocksOf(document)['stop-2-2']?.config).toEqual({ reason: 'timed out' });
  expect(blocksOf(document).route?.ports).toEqual({ timeout: 'stop', error: 'stop-2-2' });
});

test('merges macros by name, and asks about one that both changed', () => {
  const was = edited((document) => (document.macros = { isGold: { expression: 'true' } }));
  const mine = edited((document) => Object.assign(document.macros ?? {}, { mine: { expression: '1' } }), was);
  const other = edited((document) => Object.assign(document.macros ?? {}, { other: { expression: '2' } }), was);
  const both = (expression: string) => edited((document) => (document.macros = { isGold: { expression } }), was);

  expect(Object.keys((mergeProcesses(was, mine, other).document as Document).macros ?? {})).toEqual([
    'isGold',
    'mine',
    'other',
  ]);
  expect(mergeProcesses(was, both('1'), both('2')).conflicts).toMatchObject([{ subject: 'Macro "isGold"' }]);
});

test('takes a queue that both made as one queue, and asks only about what differs in it', () => {
  const ours = edited((copy) => Object.assign(copy.queues ?? {}, { New: { description: 'A', parking: true } }));
  const theirs = edited((copy) => Object.assign(copy.queues ?? {}, { New: { description: 'B' } }));

  const { conflicts, document } = mergeProcesses(base, ours, theirs);

  expect(conflicts.map(({ subject, field }) => [subject, field])).toEqual([['Queue "New"', 'description']]);
  expect((document as Document).queues?.New).toEqual({ description: 'A', parking: true });
});

/** Fields far apart and close together; each value stands for one edit of that field. */
const fields: Readonly<Record<string, (document: Document, value: number) => void>> = {
  'process description': (document, value) => Object.assign(document, { description: `D${value}` }),
  'endpoint queue': (document, value) => Object.assign(document.endpoints?.default ?? {}, { queue: `Q${value}` }),
  'queue description': (document, value) => Object.assign(document.queues?.In ?? {}, { description: `D${value}` }),
  'most in flight': (document, value) =>
    Object.assign(document.queues?.In?.views?.All?.submitter ?? {}, { maxInFlight: value }),
  'another view': (document, value) =>
    Object.assign(document.queues?.In?.views ?? {}, { Another: { description: `D${value}` } }),
  'block name': (document, value) => Object.assign(routeOf(document), { name: `N${value}` }),
  timeout: (document, value) => Object.assign(routeOf(document).config ?? {}, { timeoutSeconds: 30 + value }),
  targets: (document, value) =>
    Object.assign(routeOf(document).config ?? {}, { targets: [{ agentGroup: `G${value}` }] }),
  'timeout wire': (document, value) => Object.assign(routeOf(document).ports ?? {}, { timeout: `b${value}` }),
  'error wire': (document, value) => Object.assign(routeOf(document).ports ?? {}, { error: `b${value}` }),
  'another strategy': (document, value) =>
    Object.assign(document.strategies ?? {}, { Another: { description: `D${value}`, blocks: {} } }),
};

const edits = fc.dictionary(fc.constantFrom(...Object.keys(fields)), fc.integer({ min: 1, max: 3 }));

function withEdits(chosen: Readonly<Record<string, number>>): Document {
  return edited((copy) => {
    for (const [field, value] of Object.entries(chosen)) fields[field]?.(copy, value);
  });
}

test('there is a conflict for each field that both changed differently, and for no other', () => {
  fc.assert(
    fc.property(edits, edits, (mine, others) => {
      const met = Object.keys(mine).filter((field) => Object.hasOwn(others, field) && mine[field] !== others[field]);

      const { conflicts, document } = mergeProcesses(base, withEdits(mine), withEdits(others));

      expect(conflicts).toHaveLength(met.length);
      expect(document).toEqual(JSON.parse(canonicalText(withEdits({ ...others, ...mine }))));
    }),
  );
});

test('edits that do not meet give the same process in either order', () => {
  fc.assert(
    fc.property(edits, edits, (mine, rest) => {
      const others = Object.fromEntries(Object.entries(rest).filter(([field]) => !Object.hasOwn(mine, field)));

      const oneWay = mergeProcesses(base, withEdits(mine), withEdits(others));
      const otherWay = mergeProcesses(base, withEdits(others), withEdits(mine));

      expect(oneWay).toEqual(otherWay);
      expect(oneWay.conflicts).toEqual([]);
    }),
  );
});

/** Any document at all, also broken ones, as drafts may be. */
const anything = fc.oneof(
  { weight: 3, arbitrary: edits.map(withEdits) },
  fc.record({ queues: fc.jsonValue(), strategies: fc.jsonValue() }, { requiredKeys: [] }),
  fc.record({ strategies: fc.dictionary(fc.string(), fc.record({ blocks: fc.jsonValue(), tests: fc.jsonValue() })) }),
  fc.jsonValue(),
);

test('merging with oneself, or with the ancestor, changes nothing', () => {
  fc.assert(
    fc.property(anything, anything, (ancestor, document) => {
      const same = JSON.parse(canonicalText(document)) as unknown;
      const untouched = { document: same, conflicts: [], moved: [] };

      expect(mergeProcesses(ancestor, document, document)).toEqual(untouched);
      expect(mergeProcesses(ancestor, document, ancestor)).toEqual(untouched);
      expect(mergeProcesses(ancestor, ancestor, document)).toEqual(untouched);
    }),
  );
});

test('the result is canonical, whatever is merged', () => {
  fc.assert(
    fc.property(anything, anything, anything, (ancestor, ours, theirs) => {
      const { document } = mergeProcesses(ancestor, ours, theirs);

      expect(`${JSON.stringify(document, null, 2)}\n`).toBe(canonicalText(document));
    }),
  );
});
