import { CodedError } from '#dsl/errors/coded-error.ts';
import { phoneNumber } from '#dsl/model/phone-number.ts';
import type { ComposedReply, Reply } from './compose-reply.ts';
import { composeText } from './compose-text.ts';
import type { InteractionRow } from './lock-interaction.ts';

/**
 * Makes the short message of a reply: its words without their formatting. Throws `request/invalid` for a recipient that is no number, for
 * more than one, and for files, which SMS cannot carry.
 */
export function composeSms(reply: Reply, parent: InteractionRow, childId: string): ComposedReply {
  const [to, ...others] = [...reply.to, ...reply.cc, ...reply.bcc];
  const number = phoneNumber(to?.address ?? '');
  if (others.length > 0 || number === undefined) {
    throw new CodedError('request/invalid', { field: 'to', expected: 'one phone number such as +4915112345678' });
  }
  return composeText({ ...reply, to: [{ address: number, name: to?.name ?? '' }] }, parent, childId);
}
