/** States a message ends in or passes through (SMPP 3.4 5.2.28). */
export type MessageState =
  | 'enroute'
  | 'delivered'
  | 'expired'
  | 'deleted'
  | 'undeliverable'
  | 'accepted'
  | 'unknown'
  | 'rejected';

/** A server's word on a message of ours. */
export interface DeliveryReceipt {
  /** The id the server gave when it took the message; empty when it does not say. */
  readonly messageId: string;
  readonly state: MessageState;
  /** The network's error code as it came; empty for none. */
  readonly error: string;
}

/** By `message_state` of the optional parameter, from 1. */
const statesByNumber: readonly MessageState[] = [
  'enroute',
  'delivered',
  'expired',
  'deleted',
  'undeliverable',
  'accepted',
  'unknown',
  'rejected',
];

/** By the words of receipts in text form (SMPP 3.4 appendix B), with the spellings that occur. */
const statesByWord: Readonly<Record<string, MessageState>> = {
  ACCEPTD: 'accepted',
  ACCEPTED: 'accepted',
  DELETED: 'deleted',
  DELIVRD: 'delivered',
  DELIVERED: 'delivered',
  ENROUTE: 'enroute',
  EXPIRED: 'expired',
  REJECTD: 'rejected',
  REJECTED: 'rejected',
  UNDELIV: 'undeliverable',
  UNDELIVERABLE: 'undeliverable',
};

const tags = { messageId: 0x001e, state: 0x0427 } as const;

/** Reads a receipt: the optional parameters where there are any, else the text, whose form servers agree on only loosely. */
export function readReceipt(text: string, optionals: ReadonlyMap<number, Buffer>): DeliveryReceipt {
  const field = (name: string): string => new RegExp(`(?:^|\\s)${name}:\\s?([^\\s:]*)`, 'i').exec(text)?.[1] ?? '';
  const id = optionals.get(tags.messageId)?.toString('latin1').replace(/\0.*$/s, '');
  const number = optionals.get(tags.state)?.[0] ?? 0;
  const state = statesByNumber[number - 1] ?? statesByWord[field('stat').toUpperCase()] ?? 'unknown';
  const error = field('err');
  return { messageId: id || field('id'), state, error: /^0*$/.test(error) ? '' : error };
}
