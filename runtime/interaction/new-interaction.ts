import type { Address } from '#dsl/protocol/interactions.ts';

/** A file that belongs to a message. */
export interface NewAttachment {
  readonly fileName: string;
  readonly contentType: string;
  readonly contentId?: string | undefined;
  readonly inline: boolean;
  readonly bytes: Uint8Array;
}

/** The body of a new interaction. */
export interface NewMessage {
  readonly direction: 'in' | 'out';
  readonly messageId?: string | undefined;
  readonly inReplyTo?: string | undefined;
  readonly references: readonly string[];
  readonly subject: string;
  readonly from?: Address | undefined;
  readonly replyTo?: Address | undefined;
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly bcc: readonly Address[];
  readonly text: string;
  readonly html?: string | undefined;
  readonly replyText?: string | undefined;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly automatic: string;
  readonly problems: readonly string[];
  readonly raw?: Uint8Array | undefined;
  readonly attachments: readonly NewAttachment[];
}

/** An interaction that a media server or an outside program hands in. */
export interface NewInteraction {
  /** Left out: a new one. Given by a media server that keeps something of its own under it. */
  readonly id?: string | undefined;
  readonly tenantId: string;
  readonly endpoint: string;
  readonly media: string;
  readonly type: string;
  readonly subtype: string;
  /** Mailbox it came to, for mail. */
  readonly mailbox?: string | undefined;
  /** Under which it is taken once; without keys it is always new. Any of them having been seen makes it a duplicate. */
  readonly onceKeys: readonly string[];
  readonly externalId?: string | undefined;
  readonly receivedAt: Date;
  readonly priority: number;
  readonly from?: Address | undefined;
  /** What the sender's address is; left out: a number is a phone, all else an e-mail address. */
  readonly addressKind?: string | undefined;
  readonly to?: string | undefined;
  readonly data: Readonly<Record<string, unknown>>;
  readonly message: NewMessage;
}

/** What became of a submission. */
export interface Submitted {
  readonly interactionId: string;
  readonly duplicate: boolean;
}
