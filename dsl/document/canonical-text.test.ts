import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseBusinessProcess } from '../check/parse-business-process.ts';
import { aProcess, aProcessDocument } from '#test/support/a-process.ts';
import { canonicalLayoutText, canonicalText } from './canonical-text.ts';

const name = fc.stringMatching(/^[A-Za-z][A-Za-z ]{0,6}[a-z0-9]$/);
const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,4}$/);

const block = fc.oneof(
  fc.record({ type: fc.constant('entry'), ports: fc.record({ next: id }) }),
  fc.record(
    {
      type: fc.constant('stop-interaction'),
      name,
      note: fc.string(),
      config: fc.record({ reason: fc.string() }, { requiredKeys: [] }),
    },
    { requiredKeys: ['type'] },
  ),
  fc.record({
    type: fc.constant('screen'),
    config: fc.record({ rule: fc.oneof(name, fc.record({ js: fc.constant('vars.x') })) }),
    ports: fc.dictionary(fc.constantFrom('matched', 'not-matched', 'error', 'more'), id),
  }),
);

const document = fc.record({
  format: fc.constant(1),
  name,
  errorQueue: fc.oneof(fc.constant('ErrorHeld'), name),
  queues: fc.dictionary(
    name,
    fc.record(
      {
        parking: fc.boolean(),
        views: fc.dictionary(name, fc.record({ enabled: fc.boolean(), submitter: fc.record({ strategy: name }) })),
      },
      { requiredKeys: [] },
    ),
  ),
  strategies: fc.dictionary(name, fc.record({ blocks: fc.dictionary(id, block) })),
});

test('writes a document that was read from its own text as the same bytes', () => {
  fc.assert(
    fc.property(document, (json) => {
      const { process } = parseBusinessProcess(json);
      const text = canonicalText(process);

      expect(canonicalText(parseBusinessProcess(JSON.parse(text)).process)).toBe(text);
      expect(canonicalText(json)).toBe(text);
    }),
  );
});

test('writes the same bytes whatever the order of keys', () => {
  const turned = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .toReversed()
            .map(([key, member]) => [key, turned(member)]),
        )
      : value;

  fc.assert(
    fc.property(document, (json) => {
      expect(canonicalText(turned(json))).toBe(canonicalText(json));
    }),
  );
});

test('puts fields in the order of the schema, names in order, and leaves out what reading fills in', () => {
  const process = aProcess();

  expect(canonicalText(process)).toBe(
    `${JSON.stringify(
      {
        format: 1,
        name: 'Test',
        endpoints: { default: { media: 'email', queue: 'In' } },
        queues: { ErrorHeld: { parking: true }, In: { views: { All: { submitter: { strategy: 'Main' } } } } },
        strategies: {
          Main: {
            blocks: { entry: { type: 'entry', ports: { next: 'stop' } }, stop: { type: 'stop-interaction' } },
          },
        },
      },
      null,
      2,
    )}\n`,
  );
});

test('keeps a setting that its author wrote, also when it is the default', () => {
  const blocks = { c: { type: 'classify', config: { top: 3, model: 'M' }, ports: { error: 'c', classified: 'c' } } };
  const text = canonicalText(aProcessDocument({ strategies: { Main: { blocks } } }));

  expect(JSON.stringify(JSON.parse(text).strategies.Main.blocks.c)).toBe(
    '{"type":"classify","config":{"model":"M","top":3},"ports":{"classified":"c","error":"c"}}',
  );
});

test('writes any draft, also one that fits no schema', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      expect(JSON.parse(canonicalText(json))).toEqual(JSON.parse(JSON.stringify(json)));
    }),
  );
});

test('writes layouts by the same rules', () => {
  const layout = {
    strategies: { B: { positions: { b: { y: 1, x: 2 } }, notes: {} } },
    process: { positions: {}, notes: {} },
  };

  expect(canonicalLayoutText(layout)).toBe(
    `${JSON.stringify({ strategies: { B: { positions: { b: { x: 2, y: 1 } } } } }, null, 2)}\n`,
  );
});

test('writes a foreign field of a block, whatever it is called', () => {
  const text = '{"strategies":{"Main":{"blocks":{"a":{"type":"exit","__proto__":[],"constructor":1}}}}}';

  expect(canonicalText(JSON.parse(text))).toContain('"__proto__": []');
});
