import { expect, test } from 'vitest';
import { blockByType } from '../index.ts';
import { runBlock } from '#test/support/run-block.ts';

const config = {
  segments: [
    { port: 'urgent', condition: { js: 'interaction.priority > 50' } },
    {
      port: 'gold',
      condition: { combinator: 'and', rules: [{ field: 'data.Segment', operator: '=', value: 'gold' }] },
    },
  ],
};

test('goes on at the first segment that holds', async () => {
  const both = { interaction: { priority: 90 }, data: { Segment: 'gold' } };

  expect((await runBlock('generic-segmentation', config, both)).port).toBe('urgent');
  expect((await runBlock('generic-segmentation', config, { data: { Segment: 'gold' } })).port).toBe('gold');
});

test('goes on at "default" when no segment holds', async () => {
  expect((await runBlock('generic-segmentation', config)).port).toBe('default');
});

test('has a port for each segment, then "default" and "error"', () => {
  const block = blockByType('generic-segmentation');
  const ports = block?.ports(block.config.parse(config)).map(({ name }) => name);

  expect(ports).toEqual(['urgent', 'gold', 'default', 'error']);
});

test('refuses two segments with one port name and segments named like the ports that are there', () => {
  const schema = blockByType('generic-segmentation')?.config;
  const segment = (port: string) => ({ port, condition: { js: 'true' } });

  expect(schema?.safeParse({ segments: [segment('a'), segment('a')] }).success).toBe(false);
  expect(schema?.safeParse({ segments: [segment('default')] }).success).toBe(false);
});
