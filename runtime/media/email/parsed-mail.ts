/**
 * How a mail shows that no person wrote it to us, `none` when it does not. Every kind but `none` means: no answer.
 * In order of how sure the sign is: `report` (RFC 3464 delivery status, RFC 3798 disposition), `auto-submitted`
 * (RFC 3834), `null-return-path` (RFC 5321 4.5.5), `daemon` (a mail system's own address), `auto-reply` (older
 * headers of auto-responders), `list` (RFC 2919, 2369), `bulk` (Precedence), `suppressed` (the sender asks for no answer).
 */
export type AutomaticKind =
  | 'none'
  | 'report'
  | 'auto-submitted'
  | 'null-return-path'
  | 'daemon'
  | 'auto-reply'
  | 'list'
  | 'bulk'
  | 'suppressed';

/** An address with the name beside it; `name` is empty when there is none. */
export interface MailAddress {
  readonly address: string;
  readonly name: string;
}

/** The first addresses of a header, and how many it had: a mail to 10,000 people must not fill a database row. */
export interface AddressList {
  readonly first: readonly MailAddress[];
  readonly count: number;
}

/** One header line, unfolded, its encoded words decoded (RFC 2047); the name as it was written. */
export interface MailHeader {
  readonly name: string;
  readonly value: string;
}

/** A part that is not the text of the mail. */
export interface MailAttachment {
  /** Fit to be shown and saved: no path, no control characters, at most 200 characters; never empty. */
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Buffer;
  /** Without angle brackets, as `cid:` addresses name it. */
  readonly contentId: string | undefined;
  /** Shown within the text rather than listed below it. */
  readonly inline: boolean;
}

/** A mail as far as it could be read. Every text in it can be stored: no NUL, no lone surrogate (PostgreSQL takes neither). */
export interface ParsedMail {
  /** With angle brackets. A third of real mail has none, so nothing may depend on it. */
  readonly messageId: string | undefined;
  readonly inReplyTo: string | undefined;
  /** Oldest first. */
  readonly references: readonly string[];
  /** What the Date header says; undefined when there is none or it makes no sense. */
  readonly date: Date | undefined;
  /** At most 512 characters, as the property of the interaction holds. */
  readonly subject: string;
  readonly from: MailAddress | undefined;
  readonly replyTo: MailAddress | undefined;
  readonly to: AddressList;
  readonly cc: AddressList;
  /** The plain text, or the text of the HTML when there is no other. */
  readonly text: string;
  /** As the sender wrote it: never show it unsanitised. */
  readonly html: string | undefined;
  /** `text` without quotes and signature. */
  readonly replyText: string;
  readonly headers: readonly MailHeader[];
  readonly attachments: readonly MailAttachment[];
  /** Whether a machine sent it, and how that shows. */
  readonly automatic: AutomaticKind;
  /** What could not be read or was cut, for a person; empty for sound mail. The raw bytes always hold all of it. */
  readonly problems: readonly string[];
}
