import { expect, test } from 'vitest';
import { runBlock } from '#test/support/run-block.ts';

test('attaches every category and makes the first one count', async () => {
  const categories = [{ category: { js: '"Bill" + "ing"' }, relevancy: 80 }, { category: 'Late' }];

  const { port, data } = await runBlock('attach-categories', { categories });

  expect(port).toBe('next');
  expect(data).toEqual({ CtgName: 'Billing', CtgRelevancy: 80, CtgId_Billing: 80, CtgId_Late: 100 });
});
