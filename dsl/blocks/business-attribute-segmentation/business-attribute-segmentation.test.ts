import { expect, test } from 'vitest';
import { runBlock } from '#test/support/run-block.ts';

const config = {
  attribute: 'Customer segment',
  segments: [
    { port: 'valued', values: ['Gold', 'platinum'] },
    { port: 'second', values: ['2'] },
  ],
};

const portFor = async (value?: unknown) =>
  (
    await runBlock('business-attribute-segmentation', config, {
      data: value === undefined ? {} : { 'Customer segment': value },
    })
  ).port;

test('compares values as people write them', async () => {
  expect(await portFor('gold ')).toBe('valued');
  expect(await portFor('PLATINUM')).toBe('valued');
  expect(await portFor(2)).toBe('second');
});

test('takes "default" for other values and for none', async () => {
  expect(await portFor('silver')).toBe('default');
  expect(await portFor()).toBe('default');
});
