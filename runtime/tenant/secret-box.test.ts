import { expect, test } from 'vitest';
import { createSecretBox } from './secret-box.ts';

const box = createSecretBox('the secret of this installation');

test('opens what it sealed', () => {
  const sealed = box.seal('pässword', 'mailbox support');

  expect(box.open(sealed, 'mailbox support')).toBe('pässword');
  expect(sealed.includes(Buffer.from('pässword'))).toBe(false);
});

test('seals the same text differently each time', () => {
  expect(box.seal('a', 'x')).not.toEqual(box.seal('a', 'x'));
});

test('refuses a box of another purpose, of another secret, and one that was changed', () => {
  const sealed = box.seal('secret', 'mailbox support');
  const changed = Buffer.from(sealed);
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;

  const refusal = expect.objectContaining({ code: 'tenant/secret-unreadable' });
  expect(() => box.open(sealed, 'mailbox sales')).toThrow(refusal);
  expect(() => createSecretBox('another').open(sealed, 'mailbox support')).toThrow(refusal);
  expect(() => box.open(changed, 'mailbox support')).toThrow(refusal);
  expect(() => box.open(Buffer.from('short'), 'mailbox support')).toThrow(refusal);
});
