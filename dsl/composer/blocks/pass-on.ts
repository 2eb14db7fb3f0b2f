import { type Config, type Convert, type Converted, oneWayOn } from '../conversion.ts';
import type { SourceBlock } from '../diagram.ts';
import { asText, textFieldsOf } from '../named-fields.ts';
import { outboundQueue } from '../outbound-queue.ts';
import { type Reading, textParameter } from '../parameter-of.ts';
import { placeholder } from '../placeholder.ts';
import { attributeOf } from '../xml-element.ts';

const remark = 'It goes out through a queue here; check the queue and the sender.';

/** E-mail Forward: forward, redirect, or the reply of an external resource, by its type. */
export const convertEmailForward: Convert = (block, conversion) => {
  const { element } = block;
  const reading: Reading = { conversion, reasons: [] };
  const type = attributeOf(element, 'forwardType', 'emailForwardType', 'type', 'operation') ?? block.kind;
  if (/reply/i.test(type)) return mailBlock(block, reading, 'reply-from-external-resource', 'replied', {});
  const to = textParameter(element, reading, 'to', 'toAddress', 'externalResource', 'externalAddress');
  if (to === undefined || to === null) return placeholder(block, ['It does not say to whom.', ...reading.reasons]);
  return /redirect/i.test(type)
    ? mailBlock(block, reading, 'redirect-email', 'redirected', { to: asText(to) })
    : mailBlock(block, reading, 'forward-email', 'forwarded', { to: asText(to) });
};

/** Chat Transcript: the chat by mail, to the contact unless it says to whom. */
export const convertChatTranscript: Convert = (block, conversion) => {
  const reading: Reading = { conversion, reasons: [] };
  const fields = textFieldsOf(block.element, reading, {
    to: ['to', 'toAddress'],
    from: ['from', 'fromAddress'],
    subject: ['subject'],
    header: ['header', 'headerStandardResponse', 'standardResponseHeader'],
    footer: ['footer', 'footerStandardResponse', 'standardResponseFooter'],
  });
  return mailBlock(block, reading, 'chat-transcript', 'created', fields);
};

function mailBlock(
  { element }: SourceBlock,
  reading: Reading,
  type: string,
  // the way on of the block
  ...[success, config]: readonly [success: string, config: Config]
): Converted {
  return {
    type,
    config: { ...config, queue: outboundQueue(element, reading) },
    level: 'near',
    reasons: [...reading.reasons, remark],
    portOf: oneWayOn(success),
  };
}
