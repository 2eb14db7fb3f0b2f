import type { MailAddress } from './parsed-mail.ts';

/** A file that goes with an outgoing mail. */
export interface OutgoingAttachment {
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Buffer;
  /** Set for a picture that the HTML shows as `cid:` and this. */
  readonly contentId?: string | undefined;
}

/** A mail of ours before it is bytes. */
export interface OutgoingMail {
  /** With angle brackets; ours to choose, so that a second attempt is the same mail. */
  readonly messageId: string;
  readonly date: Date;
  readonly from: MailAddress;
  readonly to: readonly MailAddress[];
  readonly cc?: readonly MailAddress[];
  /** In the envelope only. */
  readonly bcc?: readonly MailAddress[];
  readonly replyTo?: MailAddress | undefined;
  readonly subject: string;
  /** Made from `html` when there is none. */
  readonly text?: string | undefined;
  readonly html?: string | undefined;
  readonly inReplyTo?: string | undefined;
  readonly references?: readonly string[];
  /** Written by a machine: as an answer to a mail, or on its own account (RFC 3834 5.1). */
  readonly automatic?: 'auto-replied' | 'auto-generated' | undefined;
  readonly attachments?: readonly OutgoingAttachment[];
}

/** Who SMTP is told the mail is from and to (RFC 5321 3.3). */
export interface MailEnvelope {
  readonly from: string;
  readonly to: readonly string[];
}
