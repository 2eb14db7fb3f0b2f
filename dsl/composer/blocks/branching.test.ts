import { expect, test } from 'vitest';
import { exitBlock as exit, importWorkflow as workflow } from '#test/support/import-workflow.ts';

test('branches keep their conditions over our names, and the way for none of them', () => {
  const conditions = [
    "level == 'gold' &amp;amp;&amp;amp; tries &lt; 3",
    "_genesys.ixn.interactions[system.InteractionID].udata.Kind === 'x'",
  ];
  const inner = conditions.map((text, index) => `<conditions name="way ${index}" expression="${text}"/>`).join('');
  const { ours, item } = workflow(
    [{ id: 'b', type: 'ird:BranchingBlock', name: 'Which', inner }, exit],
    [
      ['b', 'exit', 'way 0'],
      ['b', 'exit', 'way 1'],
      ['b', 'exit', 'default'],
    ],
    { level: "''", tries: '0' },
  );

  expect(item('Which')?.level).toBe('exact');
  expect(ours.which).toMatchObject({
    config: {
      segments: [
        { port: 'way 0', condition: { js: "vars.level == 'gold' && vars.tries < 3" } },
        { port: 'way 1', condition: { js: "data.Kind === 'x'" } },
      ],
    },
    ports: { 'way 0': 'exit1', 'way 1': 'exit1', default: 'exit1' },
  });
});

test('a condition nobody can tell never holds, is kept in the note and is left for a person', () => {
  const inner = '<conditions name="weekend" expression="day == _genesys.queue.rType.RouteTypeDDD"/>';
  const { ours, item, errors } = workflow(
    [{ id: 'b', type: 'ird:BranchingBlock', inner }, exit],
    [
      ['b', 'exit', 'weekend'],
      ['b', 'exit', 'default'],
    ],
    { day: 'null' },
  );

  expect(errors).toEqual([]);
  expect(item('b')).toMatchObject({
    level: 'placeholder',
    reasons: [expect.stringContaining('_genesys.queue.rType.RouteTypeDDD')],
  });
  expect(ours.b?.config).toEqual({ segments: [{ port: 'weekend', condition: { js: 'false' } }] });
  expect(ours.b?.note).toContain('weekend: day == _genesys.queue.rType.RouteTypeDDD');
});
