import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aDiagram, aWorkflow, escaped } from '#test/support/composer-project.ts';
import { importFiles } from '#test/support/import-workflow.ts';
import { compileStrategy } from '../compile/compile-strategy.ts';
import { conversionKinds } from './conversions.ts';

const kinds = fc.constantFrom(...conversionKinds, 'Quantum', 'constructor', '', '__proto__');
const word = fc.constantFrom(
  'name',
  'value',
  'type',
  'timeout',
  'uri',
  'resource',
  'query',
  'queryFile',
  'condition',
  'conditions',
  'assignData',
  'targets',
  'parameters',
  'inputParameters',
  'customHTTPHeaders',
  'Key',
  'Value',
  'expression',
  'script',
  'to',
  'standardResponse',
  'views',
  'order',
  'enableStatus',
  'priority',
  'statistic',
  'statisticsOrder',
  'userData',
  'interactionId',
  'connectionProfile',
  'Source',
  'targetType',
  'weight',
  'loggingDetails',
  'notes',
  'queue',
  'rule',
  'mediaType',
  'attribute',
  'api_key',
);
const value = fc.oneof(
  fc.constantFrom(
    'Variable(x)',
    'x',
    "'text'",
    '',
    'Variable()',
    '10',
    '-1',
    'select * from t where a = {x}',
    'true',
    'Disabled',
    'Percentage',
    'Skill',
    '((((',
    'x = 1',
    'x == 1',
    "_genesys.session.getListItemValue('L', x, 'c')",
    '__proto__',
    'Workflows/B.workflow',
    'Workflows/A.workflow',
    '\u0000\ud800',
    '🙂'.repeat(200),
    'priority > 3 and',
    "mediatype = 'email'",
    'constructor',
    'https://a.example/?api_key=abcdef',
  ),
  fc.string({ maxLength: 40, unit: 'binary' }),
);
const attributes = fc.dictionary(word, value, { maxKeys: 5 });
const child = fc.record({
  name: word,
  attributes,
  text: value,
  inner: fc.array(fc.tuple(word, attributes), { maxLength: 2 }),
});
const block = fc.record({
  kind: kinds,
  id: fc.integer({ min: 0, max: 9 }),
  name: value,
  attributes,
  children: fc.array(child, { maxLength: 4 }),
});
const end = fc.integer({ min: 0, max: 11 });
const link = fc.tuple(
  end,
  end,
  fc.constantFrom('', 'default', 'error', 'error.x', 'a', 'timeout', 'interaction.deleted'),
);
const diagram = fc.record({ blocks: fc.array(block, { maxLength: 8 }), links: fc.array(link, { maxLength: 14 }) });

function written(pairs: Readonly<Record<string, string>>): string {
  return Object.entries(pairs)
    .map(([key, one]) => ` ${key}="${escaped(one.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/g, '?'))}"`)
    .join('');
}

function textOf(
  kind: string,
  prefix: string,
  { blocks, links }: typeof diagram extends fc.Arbitrary<infer Drawn> ? Drawn : never,
): string {
  return [
    `<xmi:XMI xmlns:xmi="x" xmlns:ird="x" xmlns:ipd="x"><${kind} xmi:id="d">`,
    ...blocks.map(
      (one) =>
        `<blocks xmi:type="${prefix}:${escaped(one.kind)}Block" xmi:id="b${one.id}"${written({ ...one.attributes, name: one.name })}>${one.children
          .map(
            ({ name, attributes: own, inner, text }) =>
              `<${name}${written(own)}>${escaped(text.replace(/[^ -~]/g, '?'))}${inner.map(([below, its]) => `<${below}${written(its)}/>`).join('')}</${name}>`,
          )
          .join('')}</blocks>`,
    ),
    ...links.map(([from, to, name]) => `<links name="${name}" fromBlock="b${from}" toBlock="b${to}"/>`),
    `</${kind}></xmi:XMI>`,
  ].join('\n');
}

test('any project of any blocks, links and settings comes over without loss, fits our language and compiles', {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(diagram, diagram, diagram, fc.nat(4000), (main, other, process, cut) => {
      const main_ = textOf('ird:StrategyDiagram', 'ird', main);
      const files = {
        'Workflows/A.workflow': cut > 2000 ? main_.slice(0, cut) : main_,
        'Workflows/B.workflow': textOf('ird:StrategyDiagram', 'ird', other),
        'Interaction Processes/p.ixnprocess': textOf('ipd:IpdDiagram', 'ipd', process),
      };

      const { report, process: made, errors } = importFiles(files);

      expect(report.count.lost).toBe(0);
      // what an installation has to have, and rings that the diagrams themselves have
      expect(
        errors.filter((error) => !/^There is no (?!queue|strategy|variable|block|macro)|round for ever/.test(error)),
      ).toEqual([]);
      expect(report.count.exact + report.count.near + report.count.placeholder).toBe(report.count.blocks);
      for (const name of Object.keys(made.strategies)) expect(compileStrategy(made, name)).toHaveProperty('source');
    }),
    { numRuns: 80 },
  );
});

test('every setting of a block that does not come over is named in the report', { timeout: 60_000 }, () => {
  const kind = fc.constantFrom(...conversionKinds, 'looping');
  const own = fc.stringMatching(/^z[a-z]{4,9}Q$/);
  fc.assert(
    fc.property(kind, own, own, fc.boolean(), (type, setting, below, hasNeeds) => {
      const needs = hasNeeds
        ? '<targets name="Sales"/><assignData Key="x" Value="1"/><conditions name="a" expression="1"/><standardResponse name="R" value="1"/>' +
          '<userData name="k" value="v"/><attributes name="FirstName" value="A"/><categories name="c"/>'
        : '';
      const settings = hasNeeds
        ? {
            uri: 'https://a.example',
            timeout: '5',
            to: 'a',
            query: 'select 1',
            rule: 'R',
            service: 'S',
            method: 'm',
            queue: 'Q',
            model: 'M',
            condition: '',
          }
        : {};
      const { report, process } = importFiles({
        'Main.workflow': aWorkflow([
          {
            id: 'b',
            type: `ird:${type}Block`,
            name: 'B',
            settings: { ...settings, [setting]: 'kept-value' },
            inner: `${needs}<list ${below}="kept-below"/>`,
          },
        ]),
      });

      const item = report.items.find(({ name }) => name === 'B');
      const ours = JSON.stringify(process.strategies['Main']?.blocks[item?.ours.block ?? '']);
      // a placeholder keeps all of them; anything else names them
      if (item?.level !== 'placeholder' || !ours.includes('What it was in Composer')) {
        expect(item?.reasons.join('\n')).toContain(setting);
        expect(item?.reasons.join('\n')).toContain(below);
      }
      expect(ours).toContain('kept-value');
      expect(ours).toContain('kept-below');
    }),
    { numRuns: 120 },
  );
});

test('a project of a thousand files is read in one go', { timeout: 60_000 }, () => {
  const files = Object.fromEntries(
    Array.from({ length: 1000 }, (_, index) => [
      `Workflows/W${index}.workflow`,
      aWorkflow(
        [
          { id: 'call', type: 'ird:SubroutineBlock', settings: { uri: `Workflows/W${(index + 1) % 1000}.workflow` } },
          { id: 'set', type: 'ird:AssignBlock', inner: `<assignData Key="x" Value="x + ${index}"/>` },
          { id: 'exit', type: 'ird:ExitBlock' },
        ],
        [
          ['call', 'set'],
          ['set', 'exit'],
        ],
        { x: '1' },
      ),
    ]),
  );

  const { report } = importFiles(files);

  expect(report.count).toMatchObject({ files: 1000, blocks: 4000, lost: 0 });
});

test('what event handlers did is kept as notes on the canvas, and named in the report', () => {
  const handler = (event: string, body: string) =>
    `<events name="n" event="${event}" condition="x" body="${escaped(body)}"/>`;
  const { bundle, report } = importFiles({
    'Main.workflow': aDiagram('ird:StrategyDiagram', [{ id: 'exit', type: 'ird:ExitBlock' }], [], {
      inner: handler('order.changed', '<log expr="1"/>') + handler('error', '<raise/>'),
    }),
    'default.ixnprocess': aDiagram(
      'ipd:IpdDiagram',
      [{ id: 'w', type: 'ipd:WorkflowBlock', settings: { resource: 'Main.workflow' } }],
      [],
      {
        inner: handler('interaction.added', '<start/>'),
      },
    ),
  });

  const notes = Object.values(bundle.layout.strategies['Main']?.notes ?? {}).map(({ text }) => text);
  expect(notes[0]).toContain('<log expr="1"/>');
  expect(notes[1]).toContain('<raise/>');
  expect(Object.values(bundle.layout.process.notes)[0]?.text).toContain('<start/>');
  expect(report.files.find(({ path }) => path === 'Main.workflow')?.remarks.join('')).toContain('order.changed');
});
