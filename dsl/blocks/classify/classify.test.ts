import { expect, test } from 'vitest';
import { runBlock } from '#test/support/run-block.ts';

const config = { model: 'Requests', minimumConfidence: 60 };

test('attaches the surest category with its relevancy, and every category found', async () => {
  const categories = [
    { name: 'Billing', confidence: 91 },
    { name: 'Delivery', confidence: 64 },
  ];

  const { port, data, calls } = await runBlock('classify', config, { answer: { categories } });

  expect(port).toBe('classified');
  expect(data).toEqual({ CtgName: 'Billing', CtgRelevancy: 91, CtgId_Billing: 91, CtgId_Delivery: 64 });
  expect(calls[0]?.params).toEqual({ model: 'Requests', minimumConfidence: 60, top: 3 });
});

test('leaves by "unknown" without the category of an earlier block when the model is not sure', async () => {
  const { port, data } = await runBlock('classify', config, {
    answer: { categories: [] },
    data: { CtgName: 'Old', CtgRelevancy: 80 },
  });

  expect(port).toBe('unknown');
  expect(data).toEqual({});
});
