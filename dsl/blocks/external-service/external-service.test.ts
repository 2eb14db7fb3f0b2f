import { expect, test } from 'vitest';
import { runBlock } from '#test/support/run-block.ts';

const answer = { parameters: { Score: 81 } };

test('asks with parameters and attached data and takes the answer over', async () => {
  const config = {
    service: 'Scoring',
    method: 'Score',
    parameters: { mail: { js: 'interaction.fromAddress' } },
    attach: { Score: 'parameters.Score' },
  };

  const { port, data, calls } = await runBlock('external-service', config, {
    answer,
    interaction: { fromAddress: 'ada@example.com' },
    data: { Segment: 'gold' },
  });

  expect(port).toBe('next');
  expect(data).toEqual({ Segment: 'gold', Score: 81 });
  expect(calls[0]?.params).toMatchObject({
    service: 'Scoring',
    method: 'Score',
    parameters: { mail: 'ada@example.com' },
    userData: { Segment: 'gold' },
  });
});

test('keeps attached data to itself when told to', async () => {
  const config = { service: 'Scoring', method: 'Score', withUserData: false };

  const { calls } = await runBlock('external-service', config, { answer, data: { Segment: 'gold' } });

  expect(calls[0]?.params).toEqual({ service: 'Scoring', method: 'Score', parameters: {} });
});
