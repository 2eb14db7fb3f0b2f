import { type Convert, type Converted, levelFor, oneWayOn } from '../conversion.ts';
import { legalName } from '../fresh-names.ts';
import { asText, textFieldsOf } from '../named-fields.ts';
import { outboundQueue } from '../outbound-queue.ts';
import { type Reading, textParameter } from '../parameter-of.ts';
import { placeholder } from '../placeholder.ts';
import { answerVariable } from '../answer-variable.ts';
import { attributeOf, childrenNamed, type XmlElement } from '../xml-element.ts';

const remark = 'It goes out through a queue here; check the queue and the sender.';

/** Create E-mail: a mail of its own, from a standard response or a text. */
export const convertCreateEmail: Convert = (block, conversion) => {
  const reading: Reading = { conversion, reasons: [] };
  return messageBlock(block, reading, 'create-email-out', {
    cc: ['cc'],
    bcc: ['bcc'],
    subject: ['subject'],
  });
};

/** Create SMS: a message of its own, from a standard response or a text. */
export const convertCreateSms: Convert = (block, conversion) => {
  const reading: Reading = { conversion, reasons: [] };
  return messageBlock(block, reading, 'create-sms-out', {});
};

/** Create Notification: a mail that is no answer. */
export const convertNotification: Convert = (block, conversion) => {
  const reading: Reading = { conversion, reasons: [] };
  return messageBlock(block, reading, 'create-notification', { cc: ['cc'], subject: ['subject'] });
};

function messageBlock(
  block: Parameters<Convert>[0],
  reading: Reading,
  type: string,
  fields: Readonly<Record<string, readonly string[]>>,
): Converted {
  const { element } = block;
  const to = textParameter(element, reading, 'to', 'toAddress', 'recipient', 'destination', 'phoneNumber');
  const words = wordsOf(element, reading);
  if (to === undefined || to === null || words === undefined) {
    return placeholder(block, ['It does not say to whom, or with which words.', ...reading.reasons]);
  }
  readSender(element, reading);
  const answer = answerVariable(element, reading.conversion, 'outputResult', 'result', 'interactionId');
  const config = {
    to: asText(to),
    ...textFieldsOf(element, reading, fields),
    ...words,
    queue: outboundQueue(element, reading),
    ...(answer === undefined ? {} : { resultVariable: answer }),
  };
  return { type, config, level: 'near', reasons: [...reading.reasons, remark], portOf: oneWayOn('created') };
}

/** E-mail Response: an acknowledgement, an autoresponse or a notification, by its type. */
export const convertEmailResponse: Convert = (block, conversion) => {
  const { element } = block;
  const type =
    attributeOf(element, 'responseType', 'emailResponseType', 'type', 'emailType', 'operation') ?? block.kind;
  if (/notif/i.test(type)) return convertNotification(block, conversion);
  const reading: Reading = { conversion, reasons: [] };
  const response = responseOf(element, reading);
  const ours = /ack/i.test(type) ? 'acknowledgement' : /auto/i.test(type) ? 'autoresponse' : undefined;
  if (response === undefined || ours === undefined) {
    return placeholder(block, ['Its standard response or its type cannot be told.', ...reading.reasons]);
  }
  readSender(element, reading);
  const fields = textFieldsOf(element, reading, { to: ['to'], cc: ['cc'], subject: ['subject'] });
  return {
    type: ours,
    config: { response, queue: outboundQueue(element, reading), ...fields },
    level: 'near',
    reasons: [...reading.reasons, remark],
    portOf: oneWayOn('sent'),
  };
};

/** Send E-mail: hands the mail at hand to the mail server. */
export const convertSendEmail: Convert = ({ element }, conversion) => {
  const reading: Reading = { conversion, reasons: [] };
  readSender(element, reading);
  const { reasons } = reading;
  return { type: 'send-email', config: {}, level: levelFor(reasons), reasons, portOf: oneWayOn('sent') };
};

/** Send SMS: hands the message at hand to the SMS server. */
export const convertSendSms: Convert = ({ element }, conversion) => {
  const reading: Reading = { conversion, reasons: [] };
  readSender(element, reading);
  const { reasons } = reading;
  return { type: 'send-sms-out', config: {}, level: levelFor(reasons), reasons, portOf: oneWayOn('sent') };
};

/** Render Message: the words of a standard response, in a variable. */
export const convertRenderMessage: Convert = (block, conversion) => {
  const reading: Reading = { conversion, reasons: [] };
  const { element } = block;
  const words = wordsOf(element, reading);
  if (words === undefined) return placeholder(block, ['Its words cannot be told.', ...reading.reasons]);
  const answer = answerVariable(element, conversion, 'outputResult', 'result', 'renderedText', 'output');
  const subject = answerVariable(element, conversion, 'outputSubject', 'subjectVariable');
  if (answer === undefined) reading.reasons.push('Say which variable receives the text.');
  const { reasons } = reading;
  return {
    type: 'render-content',
    config: {
      ...words,
      ...(answer === undefined ? {} : { resultVariable: answer }),
      ...(subject === undefined ? {} : { subjectVariable: subject }),
    },
    level: levelFor(reasons),
    reasons,
    portOf: oneWayOn('rendered'),
  };
};

/** The words of a message: a standard response by its name, or a text. */
function wordsOf(element: XmlElement, reading: Reading): { response: unknown } | { text: unknown } | undefined {
  const response = responseOf(element, reading);
  if (response !== undefined) return { response };
  const text = textParameter(element, reading, 'messageText', 'text', 'message', 'body', 'content', 'messageContent');
  return text === undefined || text === null ? undefined : { text: asText(text) };
}

function responseOf(element: XmlElement, reading: Reading): unknown {
  const [child] = childrenNamed(element, 'standardResponse', 'response');
  // the value is an id of the old response library; people know responses by name
  const name = child === undefined ? undefined : attributeOf(child, 'name');
  if (child !== undefined && name !== undefined && name.trim() !== '') {
    attributeOf(child, 'value');
    return legalName(name, 'Response');
  }
  const told = textParameter(element, reading, 'standardResponse', 'response', 'standardResponseId');
  return typeof told === 'string' ? legalName(told, 'Response') : (told ?? undefined);
}

/** Which server sends and under which name is the installation's matter here. */
function readSender(element: XmlElement, reading: Reading): void {
  const server = textParameter(element, reading, 'emailServer', 'smsServer', 'server');
  const from = textParameter(element, reading, 'from', 'fromAddress', 'sender');
  if (server !== undefined) reading.reasons.push('The server that sends is the one of the installation.');
  if (from !== undefined) reading.reasons.push('The sender is the address of the mailbox or server that sends.');
}
