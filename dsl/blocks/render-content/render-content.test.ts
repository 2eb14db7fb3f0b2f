import { expect, test } from 'vitest';
import { runBlock } from '#test/support/run-block.ts';

test('puts the text into a variable and attached data', async () => {
  const { port, vars, data } = await runBlock(
    'render-content',
    { text: 'Hello <$Contact.FirstName$>', resultVariable: 'sms', resultKey: 'Text', subjectVariable: 'subject' },
    { answer: { text: 'Hello Ada', subject: '' } },
  );

  expect(port).toBe('rendered');
  expect(vars).toEqual({ sms: 'Hello Ada', subject: '' });
  expect(data).toEqual({ Text: 'Hello Ada' });
});
