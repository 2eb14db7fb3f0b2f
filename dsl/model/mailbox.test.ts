import { describe, expect, it } from 'vitest';
import { mailboxSchema } from './mailbox.ts';

const mailbox = {
  name: 'Support',
  protocol: 'imap',
  host: 'imap.example.org',
  port: 993,
  user: 'support',
  password: 'secret',
  endpoint: 'default',
  address: 'support@example.org',
};

const pathsOf = (change: object) =>
  mailboxSchema.safeParse({ ...mailbox, ...change }).error?.issues.map(({ path }) => path[0]);

describe('mailboxSchema', () => {
  it('is careful by default', () => {
    expect(mailboxSchema.parse(mailbox)).toMatchObject({
      security: 'tls',
      allowInsecure: false,
      folder: 'INBOX',
      afterFetch: 'seen',
      pollSeconds: 60,
      enabled: true,
    });
  });

  it.each([
    [{ security: 'none' }, ['security']],
    [{ security: 'none', allowInsecure: true }, undefined],
    [{ afterFetch: 'move' }, ['moveTo']],
    [{ afterFetch: 'move', moveTo: 'INBOX' }, ['moveTo']],
    [{ afterFetch: 'move', moveTo: 'Done' }, undefined],
    [{ protocol: 'pop3', afterFetch: 'move', moveTo: 'Done' }, ['afterFetch']],
    [{ protocol: 'pop3', afterFetch: 'delete' }, undefined],
  ])('finds of %o fault with %o', (change, paths) => {
    expect(pathsOf(change)).toEqual(paths);
  });
});
