import { rootCertificates } from 'node:tls';
import type { MailboxSettings } from '#dsl/model/mailbox.ts';
import type { IntakeProblem } from './contract.ts';

/** A mail that lies in a mailbox. */
export interface FetchedMail {
  /** Undefined where the server has no lasting name for it. */
  readonly deliveryKey: string | undefined;
  readonly raw: Buffer;
  readonly receivedAt: Date;
}

/** What a visit to a mailbox needs of the poller. */
export interface MailboxSession {
  readonly settings: MailboxSettings;
  /** Larger mails are not fetched. */
  readonly maxBytes: number;
  /** Ends the visit. */
  readonly signal: AbortSignal;
  /** Hands a mail over; true once it is committed, false when it has to stay where it is. */
  deliver(mail: FetchedMail): Promise<boolean>;
  /** Which of the mails were handed over before. */
  known(deliveryKeys: readonly string[]): Promise<ReadonlySet<string>>;
  /** Tells a person, once for each mail. */
  report(problem: Omit<IntakeProblem, 'mailbox'>, deliveryKey: string): void;
  /** The mailbox was reached and looked through. */
  looked(): void;
}

/** How long a mail server may stay silent. */
export const mailboxTimeoutMs = 60_000;

/** TLS as a mailbox's settings ask for it: verified against the well-known authorities and the mailbox's own. */
export function tlsOptions({ allowInsecure, caPem }: MailboxSettings): { rejectUnauthorized: boolean; ca?: string[] } {
  return { rejectUnauthorized: !allowInsecure, ...(caPem && { ca: [caPem, ...rootCertificates] }) };
}
