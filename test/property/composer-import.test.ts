import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseBundle } from '#dsl/check/parse-bundle.ts';
import { importProject } from '#dsl/composer/import-project.ts';
import { compileStrategy } from '#dsl/compile/compile-strategy.ts';
import { canonicalBundleText } from '#dsl/document/canonical-text.ts';
import { aDiagram, type DiagramBlock, escaped } from '#test/support/composer-project.ts';

const kinds = [
  'Entry',
  'Exit',
  'Assign',
  'EcmaScript',
  'Branching',
  'UserData',
  'Target',
  'ForceRoute',
  'HTTPRest',
  'Wait',
  'Log',

  'BeginParallel',
  'EndParallel',
  'Disconnect',
  'PlayApplication',
  'PlaySound',
  'QueueInteraction',
  'StopInteraction',

  'RouteInteraction',
  'EmailResponse',
  'CreateEmail',
  'SendEmail',
  'ClassifyInteraction',
  'ScreenInteraction',
  'Subroutine',
  'WebRequest',
  'IdentifyCustomer',
  'Workflow',
  'InteractionQueue',
  'MediaServer',
  'Workbin',
  'Quantum',
  '',
];
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    'x',
    'Variable(x)',
    'Variable(system.ANI)',
    "'a' + x",
    'x == 1 && y',
    '60',
    'Workflows/1.workflow',
    '__proto__',
    '{',
    'x = ',
  ),
);
const setting = fc.constantFrom(
  'resource',
  'uri',
  'script',
  'timeout',
  'interactionQueue',
  'condition',
  'enableStatus',
  'priority',
  'notes',
  'queueName',
  'to',
);
const inner = fc.array(
  fc.tuple(
    fc.constantFrom(
      'assignData',
      'conditions',
      'targets',
      'variables',
      'parameters',
      'loggingDetails',
      'views',
      'standardResponse',
      'transitions',
    ),
    fc.dictionary(
      fc.constantFrom('Key', 'Value', 'name', 'value', 'expression', 'targetType', 'type', 'Source'),
      text,
      { maxKeys: 4 },
    ),
  ),
  { maxLength: 4 },
);
const block = fc.record({
  kind: fc.constantFrom(...kinds),
  prefix: fc.constantFrom('ird:', 'ipd:', 'gvp:', 'other:', ''),
  name: text,
  settings: fc.dictionary(setting, text, { maxKeys: 4 }),
  inner,
  at: fc.tuple(fc.integer({ min: -500, max: 2000 }), fc.integer({ min: -500, max: 2000 })),
});
const diagram = fc.record({
  kind: fc.constantFrom('ird:StrategyDiagram', 'ipd:IpdDiagram', 'gvp:CallflowDiagram', 'some:Thing'),
  blocks: fc.array(block, { maxLength: 12 }),
  links: fc.array(
    fc.tuple(
      fc.nat(14),
      fc.nat(14),
      fc.oneof(text, fc.constantFrom('', 'default', 'error', 'error.queue.submit', 'interaction.deleted', 'timeout')),
    ),
    { maxLength: 25 },
  ),
});

function fileOf({ kind, blocks, links }: typeof diagram extends fc.Arbitrary<infer Drawn> ? Drawn : never): string {
  const written = blocks.map(
    (one, index): DiagramBlock => ({
      id: `id${index}`,
      type: one.kind === '' ? '' : `${one.prefix}${one.kind}Block`,
      name: one.name,
      settings: one.settings,
      inner: one.inner.map(([name, attributes]) => `<${name}${attributesOf(attributes)}/>`).join(''),
      at: one.at,
    }),
  );
  return aDiagram(
    kind,
    written,
    links.map(([from, to, name]) => [`id${from}`, `id${to}`, name] as const),
  );
}

function attributesOf(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');
}

test('any project comes over with every block, as a process that the language accepts and that compiles', () => {
  fc.assert(
    fc.property(fc.array(diagram, { minLength: 1, maxLength: 4 }), (diagrams) => {
      const endings = { 'ipd:IpdDiagram': 'ixnprocess', 'gvp:CallflowDiagram': 'callflow' } as Readonly<
        Record<string, string>
      >;
      const files = diagrams.map((one, index) => ({
        path: `Workflows/${index}.${endings[one.kind] ?? 'workflow'}`,
        text: fileOf(one),
      }));

      const { bundle, report } = importProject(files, 'Project');

      const written = diagrams.reduce((sum, { blocks }) => sum + blocks.length, 0);
      expect(report.count).toMatchObject({ lost: 0 });
      expect(report.count.blocks).toBeGreaterThanOrEqual(written);
      expect(report.items).toHaveLength(report.count.blocks);
      const { process, diagnostics } = parseBundle(JSON.parse(canonicalBundleText(bundle)));
      expect(diagnostics.filter(({ code }) => code.startsWith('document/'))).toEqual([]);
      for (const { ours } of report.items) {
        const place =
          ours.kind === 'strategy' ? process?.strategies : ours.kind === 'queue' ? process?.queues : process?.endpoints;
        expect(Object.keys(place ?? {})).toContain(ours.name);
        if (ours.block !== undefined) expect(process?.strategies[ours.name]?.blocks[ours.block]?.type).toBe(ours.type);
      }
      for (const name of Object.keys(process?.strategies ?? {})) {
        const compiled = process === undefined ? undefined : compileStrategy(process, name);
        expect(compiled, JSON.stringify(compiled)).toHaveProperty('source');
      }
    }),
    { numRuns: 50 },
  );
});

test('any text at all is read without failing', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom('a.workflow', 'a.ixnprocess', 'a.scxml', '.projectvars'),
      (read, path) => {
        const around = `<x:StrategyDiagram><blocks xsi:type="ird:AssignBlock" name="${read}">${read}</blocks>`;
        for (const one of [read, around]) {
          const { report } = importProject([{ path, text: one }], read);
          expect(report.count.lost).toBe(0);
        }
      },
    ),
    { numRuns: 300 },
  );
});
