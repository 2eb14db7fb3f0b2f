import { expect, test } from 'vitest';
import { runBlock } from '#test/support/run-block.ts';

const segments = [
  { port: 'sales', categories: ['Sales'] },
  { port: 'offers', categories: ['Sales/Offer'] },
  { port: 'money', categories: ['Billing', 'Refund'] },
];

const portFor = async (data: Record<string, unknown>, minimumRelevancy: unknown = 50) =>
  (await runBlock('classification-segmentation', { segments, minimumRelevancy }, { data })).port;

test('takes the most relevant category that a segment names', async () => {
  expect(await portFor({ CtgId_Sales: 60, CtgId_Refund: 91, CtgId_Weather: 99 })).toBe('money');
});

test('takes the nearest branch of the tree above the category', async () => {
  expect(await portFor({ 'CtgId_Sales/Offer/New': 80 })).toBe('offers');
  expect(await portFor({ 'CtgId_Sales/Complaint': 80 })).toBe('sales');
  expect(await portFor({ CtgId_Salesman: 80 })).toBe('default');
});

test('takes "default" when nothing is relevant enough', async () => {
  expect(await portFor({ CtgId_Sales: 49 })).toBe('default');
  expect(await portFor({ CtgId_Sales: 49 }, { js: '7 * 7' })).toBe('sales');
  expect(await portFor({})).toBe('default');
});
