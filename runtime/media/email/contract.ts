import type { ParsedMail } from './parsed-mail.ts';

/** One mail as it reached one of our endpoints: whole, in its own bytes, and as far as it could be read. */
export interface ReceivedMail {
  readonly tenantId: string;
  /** Name of the endpoint the mail enters by. */
  readonly endpoint: string;
  /** The mail exactly as it came, nothing added and nothing cut. */
  readonly raw: Buffer;
  /** What SMTP said beside the mail (RFC 5321 3.3); `from` is empty for a null return path. Mailboxes have none. */
  readonly envelope?: { readonly from: string; readonly to: readonly string[] };
  /** Our address that was written to, or the name of the mailbox it was fetched from. */
  readonly mailbox: string;
  readonly receivedAt: Date;
  readonly parsed: ParsedMail;
  /** The same at every attempt to hand over the same stored mail, also after a restart; what IMAP (UIDVALIDITY and
   *  UID) and POP3 (UIDL) know, so that a mail without a Message-ID is taken once too. SMTP has none. */
  readonly deliveryKey?: string;
}

/** What became of a mail that was handed over. */
export interface Acceptance {
  readonly interactionId: string;
  /** The mail had been accepted before (same delivery key or Message-ID); `interactionId` is the earlier one. */
  readonly duplicate: boolean;
}

/** Where the E-mail Server hands mail over. */
export interface EmailIntake {
  /** Makes an interaction of a mail. Resolves only once that is committed, since the sender then forgets the mail;
   *  rejects when it could not be, and the mail is offered again. */
  accept(mail: ReceivedMail): Promise<Acceptance>;
  /** Which of these delivery keys the tenant accepted before; saves fetching a mailbox again that keeps its mail. */
  known?(tenantId: string, deliveryKeys: readonly string[]): Promise<ReadonlySet<string>>;
}

/** Something about intake that a person should see; the mail in question is still where it was unless the text says otherwise. */
export interface IntakeProblem {
  readonly kind: 'too-large' | 'not-accepted' | 'unreachable';
  /** Name of the mailbox, or `smtp`. */
  readonly mailbox: string;
  readonly reason: string;
  /** Of the mail, where it is about one. */
  readonly subject?: string;
  readonly from?: string;
  readonly bytes?: number;
}

/** Told about every problem of intake; must not throw. */
export type ProblemListener = (problem: IntakeProblem) => void;
