import { expect, test } from 'vitest';
import { parseBusinessProcess } from '#dsl/check/parse-business-process.ts';
import { layoutSchema } from '#dsl/document/layout.ts';
import { readSampleJson, sampleFiles, sampleNames } from '#test/support/read-sample.ts';
import { printableDocument } from './printable-document.ts';
import { processPicture, strategyPicture } from './pictures.ts';

const hostile = '"><script>alert(1)</script>&\u0001';

function aProcess() {
  const { process, diagnostics } = parseBusinessProcess({
    format: 1,
    name: `Mail ${hostile.slice(0, -1)}`,
    endpoints: { web: { media: 'email', queue: 'In' } },
    queues: { In: { views: { All: { submitter: { strategy: 'Main' } } } } },
    strategies: {
      Main: {
        blocks: {
          entry: { type: 'entry', ports: { next: 'note' } },
          note: {
            type: 'attach-data',
            name: hostile.slice(0, -1),
            config: { entries: [{ key: 'K', value: hostile }] },
            ports: { next: 'stop', error: 'stop' },
          },
          stop: { type: 'stop-interaction', config: { reason: 'done' } },
        },
      },
    },
  });
  if (process === undefined) throw new Error(JSON.stringify(diagnostics));
  return process;
}

/** Everything has a place, so that no layout has to be found. */
const layout = layoutSchema.parse({
  process: {
    positions: Object.fromEntries(
      ['endpoint:web', 'queue:In', 'view:In/All', 'submitter:In/All', 'strategy:Main', 'stop:'].map((id, at) => [
        id,
        { x: at * 260, y: 0 },
      ]),
    ),
  },
  strategies: {
    Main: {
      positions: { entry: { x: 0, y: 0 }, note: { x: 0, y: 160 }, stop: { x: 0, y: 320 } },
      notes: { one: { x: 300, y: 0, width: 120, height: 80, text: `Mind ${hostile}` } },
    },
  },
});

test('a strategy is drawn with its blocks, exits, ways and notes, and nothing of its texts becomes markup', async () => {
  const process = aProcess();
  const main = process.strategies['Main'];
  const svg = main === undefined ? '' : await strategyPicture(['Main', main], layout);

  expect(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg"')).toBe(true);
  expect(svg.match(/<g>/g)).toHaveLength(3);
  expect(svg.match(/marker-end/g)).toHaveLength(3);
  expect(svg).toContain('>error</text>');
  expect(svg).toContain('&lt;script&gt;');
  expect(svg).not.toContain('<script');
  expect(svg).not.toContain('\u0001');
});

test('a process is drawn from its endpoint to where it ends, the same each time', async () => {
  const process = aProcess();
  const svg = await processPicture(process, layout);

  for (const name of ['web', 'In', 'All', 'Main']) expect(svg).toContain(`>${name}</text>`);
  expect(svg).not.toMatch(/var\(|class=|NaN|undefined/);
  expect(await processPicture(process, layout)).toBe(svg);
});

test('the printed document has a cover, both pictures, the objects and the settings of every block', async () => {
  const html = await printableDocument(aProcess(), layout, ['version 7']);

  expect(html.match(/<svg /g)).toHaveLength(2);
  for (const words of ['version 7', 'Queues and views', 'at most 1000 in flight', 'reason: done', 'error →'])
    expect(html).toContain(words);
  expect(html).not.toContain('<script');
});

test('every sample that has a layout is drawn and printed whole', async () => {
  const placed = sampleNames().filter((name) => sampleFiles(name).includes('layout.json'));
  for (const name of placed) {
    const { process } = parseBusinessProcess(readSampleJson(name, 'process.json'));
    if (process === undefined) throw new Error(name);
    const html = await printableDocument(process, layoutSchema.parse(readSampleJson(name, 'layout.json')), []);
    expect(html.match(/<svg /g)).toHaveLength(1 + Object.keys(process.strategies).length);
    expect(html).not.toMatch(/NaN|>undefined/);
  }
  expect(placed.length).toBeGreaterThan(0);
});
