import { mailboxSchema } from '#dsl/model/mailbox.ts';
import type { ShownMailbox } from '#dsl/protocol/settings.ts';
import { fieldSpecs } from '../kit/form/field-specs.ts';

/** What the form of a mailbox holds: every field by its key, blank where nothing is given. */
export type MailboxDraft = Readonly<Record<string, unknown>>;

/** The fields of a mailbox, as its schema describes them. */
export const mailboxFields = fieldSpecs(mailboxSchema.shape);

const ports: Readonly<Record<string, { readonly tls: number; readonly plain: number }>> = {
  imap: { tls: 993, plain: 143 },
  pop3: { tls: 995, plain: 110 },
};

/** The draft of a new mailbox: IMAP over TLS and what the schema puts in. */
export function newMailboxDraft(): MailboxDraft {
  const given = Object.values(mailboxFields).map(({ key, initial, kind }) => [key, initial ?? blank(kind)] as const);
  return { ...Object.fromEntries(given), protocol: 'imap', port: 993 };
}

/** The draft of a mailbox that is kept; its password is never known here. */
export function keptMailboxDraft({ status: _status, hasPassword: _has, ...open }: ShownMailbox): MailboxDraft {
  return { ...newMailboxDraft(), ...open, password: '' };
}

/** What is sent of a draft: fields that say nothing are left out, so a blank password leaves the one that is kept. */
export function mailboxBody(draft: MailboxDraft): MailboxDraft {
  const { moveTo, caPem, password, ...rest } = draft;
  return {
    ...rest,
    ...(draft['afterFetch'] === 'move' && { moveTo }),
    ...(caPem !== '' && { caPem }),
    ...(password !== '' && { password }),
  };
}

/**
 * A change with what follows from it: the usual port of the protocol and security, unless another than a usual one was
 * written; and with POP3 no moving of mail, since there are no folders.
 */
export function withConsequences(draft: MailboxDraft, change: MailboxDraft): MailboxDraft {
  const next = { ...draft, ...change };
  const port = draft['port'] === usualPort(draft) && !('port' in change) ? usualPort(next) : undefined;
  const cannotMove = next['protocol'] === 'pop3' && next['afterFetch'] === 'move';
  return { ...change, ...(port !== undefined && { port }), ...(cannotMove && { afterFetch: 'seen' }) };
}

function usualPort(draft: MailboxDraft): number | undefined {
  return ports[String(draft['protocol'])]?.[draft['security'] === 'tls' ? 'tls' : 'plain'];
}

function blank(kind: 'text' | 'number' | 'switch' | 'choice'): unknown {
  return kind === 'text' ? '' : undefined;
}
