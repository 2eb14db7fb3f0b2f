import { expect, test } from 'vitest';
import { runBlock } from '#test/support/run-block.ts';

const config = {
  list: 'Branches',
  key: { js: 'data.Postcode' },
  variables: { branch: 'values.Branch' },
  attach: { Phone: 'values.Phone' },
};

test('takes the values of the key over and leaves by "found"', async () => {
  const answer = { found: true, values: { Branch: 'North', Phone: '040' } };

  const { port, vars, data, calls } = await runBlock('list-lookup', config, { answer, data: { Postcode: '20095' } });

  expect(port).toBe('found');
  expect(vars).toEqual({ branch: 'North' });
  expect(data).toEqual({ Postcode: '20095', Phone: '040' });
  expect(calls[0]?.params).toEqual({ list: 'Branches', key: '20095', ignoreCase: false });
});

test('leaves by "not-found" and changes nothing', async () => {
  const answer = { found: false, values: {} };

  const { port, data } = await runBlock('list-lookup', config, { answer, data: { Postcode: '1', Phone: 'old' } });

  expect(port).toBe('not-found');
  expect(data).toEqual({ Postcode: '1', Phone: 'old' });
});
