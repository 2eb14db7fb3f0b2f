import { expect, test } from 'vitest';
import { runBlock } from '#test/support/run-block.ts';

const variables = {
  contactVariable: 'contactId',
  contactsVariable: 'all',
  countVariable: 'count',
  createdVariable: 'isNew',
};

test.each([
  [
    'identified',
    { count: 1, contactIds: ['c1'], created: true },
    { contactId: 'c1', all: ['c1'], count: 1, isNew: true },
  ],
  ['none', { count: 0, contactIds: [], created: false }, { contactId: null, all: [], count: 0, isNew: false }],
  [
    'many',
    { count: 2, contactIds: ['c1', 'c2'], created: false },
    { contactId: null, all: ['c1', 'c2'], count: 2, isNew: false },
  ],
])('leaves by "%s" and keeps what it found', async (expected, answer, kept) => {
  const { port, vars, calls } = await runBlock(
    'identify-contact',
    { phoneNumber: { js: 'data.Phone' }, ...variables },
    { data: { Phone: '+49 30 1' }, answer },
  );

  expect(port).toBe(expected);
  expect(vars).toEqual(kept);
  expect(calls[0]?.params).toEqual({ phoneNumber: '+49 30 1', create: true, assign: true });
});
