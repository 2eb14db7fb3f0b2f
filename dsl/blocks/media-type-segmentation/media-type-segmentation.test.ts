import { expect, test } from 'vitest';
import { runBlock } from '#test/support/run-block.ts';

const segments = [
  { port: 'mail', media: ['email'] },
  { port: 'short', media: ['sms', 'smssession'] },
];

test('leaves by the segment of the media type, by "default" for others', async () => {
  const portFor = async (media: string) =>
    (await runBlock('media-type-segmentation', { segments }, { interaction: { media } })).port;

  expect(await portFor('email')).toBe('mail');
  expect(await portFor('smssession')).toBe('short');
  expect(await portFor('chat')).toBe('default');
});

test('gives every segment a port of its own', async () => {
  const twice = runBlock('media-type-segmentation', { segments: [segments[0], segments[0]] });
  const reserved = runBlock('media-type-segmentation', { segments: [{ port: 'error', media: ['email'] }] });

  await expect(twice).rejects.toThrow('a port name of its own');
  await expect(reserved).rejects.toThrow('are there already');
});
