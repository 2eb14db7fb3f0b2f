import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkDocument } from '#dsl/check/parse-business-process.ts';
import { canonicalText } from '#dsl/document/canonical-text.ts';
import { type Caller, startTestApi, type TestApi } from '#test/support/api.ts';

let source: TestApi;
let target: TestApi;
let designer: Caller;
let importer: Caller;
beforeAll(async () => {
  [source, target] = await Promise.all([startTestApi(), startTestApi()]);
  [designer, importer] = await Promise.all([source.as('designer'), target.as('designer')]);
});
afterAll(() => Promise.all([source?.stop(), target?.stop()]));

/** Names as people give them: any text on one line, without blanks around it, and what PostgreSQL stores. */
const name = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    fc.constantFrom(
      'constructor',
      'toString',
      '"quoted"',
      'a/b%20c',
      '名前',
      '`${x}`',
      '<b>&amp;',
      '1',
      '\u00a0x\u00a0y'.trim(),
    ),
  )
  .map((text) => text.trim())
  .filter((text) => /^\S(?:.*\S)?$/u.test(text) && !/[\0\ud800-\udfff]/.test(text) && text !== '__proto__');
const text = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((one) => !one.includes('\0'));
const value = fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null), fc.constant({ js: 'interaction.subject' }));
const attached = fc.array(fc.record({ key: name, value }), { minLength: 1, maxLength: 4 });
const names = fc.uniqueArray(name, { minLength: 2, maxLength: 4 });
const place = fc.record({ x: fc.integer({ min: -2000, max: 2000 }), y: fc.integer({ min: -2000, max: 2000 }) });

/** A process that checks clean: queues, a strategy of a chain of blocks, everything with names and texts of any kind. */
const document = fc
  .record({
    names,
    strategy: name,
    description: text,
    chain: fc.array(attached, { minLength: 1, maxLength: 6 }),
    places: fc.array(place, { minLength: 2, maxLength: 2 }),
  })
  .map(({ names: [queue = 'In', ...others], strategy, description, chain, places }) => ({
    draft: {
      format: 1,
      name: 'Random',
      description,
      endpoints: { default: { media: 'email', queue } },
      queues: Object.fromEntries([
        [queue, { views: { All: { submitter: { strategy } } } }],
        ...others.filter((one) => one !== 'ErrorHeld').map((one) => [one, { parking: true, description }]),
        ['ErrorHeld', { parking: true }],
      ]),
      strategies: Object.fromEntries([[strategy, { description, blocks: blocksOf(chain) }]]),
    },
    layout: {
      process: { positions: { [`queue:${queue}`]: places[0] }, notes: {} },
      strategies: Object.fromEntries([[strategy, { positions: { entry: places[1] }, notes: {} }]]),
    },
  }))
  .filter(({ draft }) => Object.keys(draft.queues)[0] !== 'ErrorHeld');

function blocksOf(chain: readonly unknown[]): Record<string, unknown> {
  const ids = [...chain.map((_entries, at) => `b${at}`), 'stop'];
  const steps = chain.map((entries, at) => [
    `b${at}`,
    { type: 'attach-data', config: { entries }, ports: { next: ids[at + 1], error: 'stop' } },
  ]);
  return Object.fromEntries([
    ['entry', { type: 'entry', ports: { next: ids[0] } }],
    ...steps,
    ['stop', { type: 'stop-interaction', config: { reason: 'done' } }],
  ]);
}

test('random documents survive saving, loading, exporting and importing unchanged', async () => {
  let revision = (await designer.call('POST', '/api/processes', { name: 'Random' })).body.revision as number;

  await fc.assert(
    fc.asyncProperty(document, async ({ draft, layout }) => {
      const text = canonicalText(checkDocument(draft).process);

      const saved = await designer.call('PUT', '/api/processes/Random/draft', { draft, layout, revision });
      expect(saved.status).toBe(200);
      revision = saved.body.revision;
      const loaded = await designer.call('GET', '/api/processes/Random');
      const exported = await designer.call('GET', '/api/processes/Random/export');
      const bundle = JSON.parse(JSON.stringify(exported.body));
      const imported = await importer.call('POST', '/api/import', { bundle, apply: true });
      expect(imported.body).toMatchObject({ applied: true });
      const again = await importer.call('GET', '/api/processes/Random/export');

      for (const one of [loaded.body.draft, exported.body.process, again.body.process])
        expect(canonicalText(checkDocument(one).process)).toBe(text);
      expect(again.body.layout).toEqual(exported.body.layout);
      await importer.call('DELETE', '/api/processes/Random');
    }),
    { numRuns: 25 },
  );
});
