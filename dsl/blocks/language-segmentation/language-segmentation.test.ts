import { expect, test } from 'vitest';
import { runBlock } from '#test/support/run-block.ts';

const segments = [
  { port: 'german', languages: ['de'] },
  { port: 'english', languages: ['en'] },
];

const run = (subject: string, text: string, data: Record<string, unknown> = {}) =>
  runBlock('language-segmentation', { segments }, { interaction: { subject, text }, data });

test('tells the language from subject and text and attaches it', async () => {
  const { port, data } = await run('Lieferung', 'Guten Tag, wo ist mein Paket?');

  expect(port).toBe('german');
  expect(data).toEqual({ Language: 'de' });
});

test('takes the language that is attached already, a region of it as well', async () => {
  const { port, data } = await run('Lieferung', 'Guten Tag, wo ist mein Paket?', { Language: 'en-GB' });

  expect(port).toBe('english');
  expect(data).toEqual({ Language: 'en-GB' });
});

test('takes "default" for other languages and for too little text', async () => {
  expect((await run('Colis', 'Bonjour, où est mon colis ? Merci')).port).toBe('default');
  expect(await run('', 'A-4711')).toMatchObject({ port: 'default', data: {} });
});
