import type { Config, Conversion, Convert, Converted } from '../conversion.ts';
import type { SourceBlock } from '../diagram.ts';
import { type Reading, textParameter } from '../parameter-of.ts';
import { placeholder } from '../placeholder.ts';
import { attributeOf, type XmlElement } from '../xml-element.ts';

/** Where new mails go when the block does not say: the queue whose strategy sends them. */
const outbound = 'Outbound queue';
const remark = 'It goes out through a queue here; check the queue and the sender.';

/** E-mail Forward: forward, redirect, or the reply of an external resource, by its type. */
export const convertEmailForward: Convert = (block, conversion) => {
  const { element } = block;
  const type = attributeOf(element, 'forwardType', 'emailForwardType', 'type', 'operation') ?? block.kind;
  if (/reply/i.test(type)) return mailBlock(block, conversion, 'reply-from-external-resource', 'replied', {});
  const reading: Reading = { conversion, reasons: [] };
  const to = textParameter(element, reading, 'to', 'toAddress', 'externalResource', 'externalAddress');
  if (to === undefined || to === null) return placeholder(block, ['It does not say to whom.', ...reading.reasons]);
  const addresses = typeof to === 'object' ? to : String(to);
  return /redirect/i.test(type)
    ? mailBlock(block, conversion, 'redirect-email', 'redirected', { to: addresses })
    : mailBlock(block, conversion, 'forward-email', 'forwarded', { to: addresses });
};

/** Chat Transcript: the chat by mail, to the contact unless it says to whom. */
export const convertChatTranscript: Convert = (block, conversion) => {
  const to = textParameter(block.element, { conversion, reasons: [] }, 'to', 'toAddress');
  const told = to === undefined || to === null ? {} : { to: typeof to === 'object' ? to : String(to) };
  return mailBlock(block, conversion, 'chat-transcript', 'created', told);
};

/** Send SMS: hands the message at hand to the SMS server. */
export const convertSendSms: Convert = () => ({
  type: 'send-sms-out',
  config: {},
  level: 'exact',
  reasons: [],
  portOf: ({ name, isException }) => (isException ? 'error' : name === '' || name === 'default' ? 'sent' : undefined),
});

function mailBlock(
  { element }: SourceBlock,
  conversion: Conversion,
  type: string,
  // the way on of the block
  ...[success, config]: readonly [success: string, config: Config]
): Converted {
  return {
    type,
    config: { ...config, queue: queueOf(element, conversion) },
    level: 'near',
    reasons: [remark],
    portOf: ({ name, isException }) =>
      isException ? 'error' : name === '' || name === 'default' ? success : undefined,
  };
}

function queueOf(element: XmlElement, conversion: Conversion): unknown {
  const told = textParameter(
    element,
    { conversion, reasons: [] },
    'queue',
    'outputQueue',
    'interactionQueue',
    'queueName',
  );
  return typeof told === 'object' && told !== null
    ? told
    : conversion.queueNamed(typeof told === 'string' ? told : outbound);
}
