import type { DeliveryReceipt } from './delivery-receipt.ts';
import type { SmsPlace } from './decode-sms.ts';

/** A short message, or a part of one, that an SMS centre delivered. */
export interface ReceivedPart {
  readonly tenantId: string;
  readonly channel: string;
  readonly endpoint: string;
  readonly from: string;
  readonly to: string;
  readonly text: string;
  /** Undefined for a message in one piece. */
  readonly place: SmsPlace | undefined;
  readonly receivedAt: Date;
}

/** A word of the SMS centre on a message of ours. */
export interface ReceivedReceipt {
  readonly tenantId: string;
  readonly channel: string;
  readonly receipt: DeliveryReceipt;
}

/** Where the SMS Server hands over what came. Both resolve once it is committed, since the centre then forgets it. */
export interface SmsIntake {
  accept(part: ReceivedPart): Promise<void>;
  noteReceipt(receipt: ReceivedReceipt): Promise<void>;
}

/** What became of a message, or a part, that was submitted. */
export type Submission =
  | { readonly outcome: 'sent'; readonly messageId: string }
  /** `temporary`: it may be tried again; `uncertain`: it was written, but the connection ended before an answer. */
  | { readonly outcome: 'temporary' | 'permanent' | 'uncertain'; readonly reply: string };
