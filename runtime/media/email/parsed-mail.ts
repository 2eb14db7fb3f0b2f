/**
 * How a mail shows that no person wrote it to us, `none` when it does not. Every kind but `none` means: no answer. In
 * the order they are looked for, what says most first: `report` (a report on another mail), `auto-submitted` (RFC 3834),
 * `auto-reply` (older headers and the subjects of answering machines), `null-return-path` (RFC 5321 4.5.5), `daemon` (a
 * mail system's own address), `list` (RFC 2919, 2369), `bulk` (Precedence), `suppressed` (the sender asks for no answer).
 */
export type AutomaticKind =
  | 'none'
  | 'report'
  | 'auto-submitted'
  | 'auto-reply'
  | 'null-return-path'
  | 'daemon'
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

/** What a report says of the mail it is about: not delivered, late, delivered or handed on, or what its reader did with it. */
export type ReportKind = 'non-delivery' | 'delayed' | 'delivered' | 'disposition';

/** Why a mail was not delivered, in classes that operators act on; each stands for some of the status codes of RFC 3463. */
export type BounceCause =
  | 'unknown-address'
  | 'unknown-domain'
  | 'moved'
  | 'disabled-mailbox'
  | 'full-mailbox'
  | 'too-large'
  | 'content'
  | 'refused'
  | 'loop'
  | 'expired'
  | 'unreachable'
  | 'system-trouble';

/** A report of a mail system or of a reader's program on a mail that was sent. `delayed` is not final (RFC 3464 2.3.3). */
export interface MailReport {
  readonly kind: ReportKind;
  /** Whom the mail was for; of several, the first it failed for. */
  readonly recipient: string | undefined;
  /** Status code of RFC 3463, such as 5.1.1; of a system that gives none, what its reply code and its words stand for. */
  readonly status: string | undefined;
  /** In the words of the system that refused the mail, on one line. */
  readonly reason: string | undefined;
  /** What these words and the status mean; only of a mail that was not delivered or is late. */
  readonly cause: BounceCause | undefined;
  /** Whether another try would be in vain (RFC 3463 2); only of a mail that was not delivered or is late. */
  readonly permanent: boolean | undefined;
  /** What became of a mail that arrived, such as displayed or deleted (RFC 8098 3.2.6.2). */
  readonly disposition: string | undefined;
  /** Message-ID of the mail it is about, with angle brackets. */
  readonly originalMessageId: string | undefined;
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
  /** What it reports on another mail; undefined for any mail that is no such report. */
  readonly report: MailReport | undefined;
  /** What could not be read or was cut, for a person; empty for sound mail. The raw bytes always hold all of it. */
  readonly problems: readonly string[];
}
