import { type Convert, levelFor } from '../conversion.ts';
import { legalName } from '../fresh-names.ts';
import { type Reading, textParameter } from '../parameter-of.ts';
import { placeholder } from '../placeholder.ts';
import { attributeOf, childrenNamed, type XmlElement } from '../xml-element.ts';

/** Where new mails go when the block does not say: the queue whose strategy sends them. */
const outbound = 'Outbound queue';

/** Create E-mail: a mail of its own, from a standard response. */
export const convertCreateEmail: Convert = (block, conversion) => {
  const reading: Reading = { conversion, reasons: [] };
  const { element } = block;
  const to = textParameter(element, reading, 'to', 'toAddress');
  const response = responseOf(element, reading);
  if (to === undefined || response === undefined) {
    return placeholder(block, ['It does not say to whom, or with which standard response.', ...reading.reasons]);
  }
  const reasons = [...reading.reasons, 'It goes out through a queue here; check the queue and the sender.'];
  return {
    type: 'create-email-out',
    config: {
      to: asText(to),
      ...optional(element, reading, ['cc', 'bcc', 'subject']),
      response,
      queue: queueOf(element, reading),
    },
    level: 'near',
    reasons,
    portOf: ({ name, isException }) =>
      isException ? 'error' : name === '' || name === 'default' ? 'created' : undefined,
  };
};

/** E-mail Response: an acknowledgement or an autoresponse, by its type. */
export const convertEmailResponse: Convert = (block, conversion) => {
  const reading: Reading = { conversion, reasons: [] };
  const { element } = block;
  const response = responseOf(element, reading);
  const type =
    attributeOf(element, 'responseType', 'emailResponseType', 'type', 'emailType', 'operation') ?? block.kind;
  const ours = /ack/i.test(type) ? 'acknowledgement' : /auto/i.test(type) ? 'autoresponse' : undefined;
  if (response === undefined || ours === undefined) {
    return placeholder(block, ['Its standard response or its type cannot be told.', ...reading.reasons]);
  }
  const config = { response, queue: queueOf(element, reading), ...optional(element, reading, ['to', 'cc', 'subject']) };
  return {
    type: ours,
    config,
    level: 'near',
    reasons: [...reading.reasons, 'The answer goes out through a queue here; check the queue and the sender.'],
    portOf: ({ name, isException }) => (isException ? 'error' : name === '' || name === 'default' ? 'sent' : undefined),
  };
};

/** Send E-mail: hands the mail at hand to the mail server. */
export const convertSendEmail: Convert = ({ element }, conversion) => {
  const reading: Reading = { conversion, reasons: [] };
  if (childrenNamed(element, 'emailServer').length > 0 || attributeOf(element, 'emailServer') !== undefined) {
    reading.reasons.push('The mail server is the one of the installation.');
  }
  return {
    type: 'send-email',
    config: {},
    level: levelFor(reading.reasons),
    reasons: reading.reasons,
    portOf: ({ name, isException }) => (isException ? 'error' : name === '' || name === 'default' ? 'sent' : undefined),
  };
};

function responseOf(element: XmlElement, reading: Reading): unknown {
  const [child] = childrenNamed(element, 'standardResponse', 'response');
  // the value is an id of the old response library; people know responses by name
  const name = child === undefined ? undefined : attributeOf(child, 'name');
  if (name !== undefined && name.trim() !== '') return legalName(name, 'Response');
  const told = textParameter(element, reading, 'standardResponse', 'response', 'standardResponseId');
  return typeof told === 'string' ? legalName(told, 'Response') : (told ?? undefined);
}

function queueOf(element: XmlElement, { conversion }: Reading): unknown {
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

function optional(element: XmlElement, reading: Reading, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const told = textParameter(element, reading, name);
      return told === undefined || told === null ? [] : [[name, asText(told)]];
    }),
  );
}

function asText(value: unknown): unknown {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
}
