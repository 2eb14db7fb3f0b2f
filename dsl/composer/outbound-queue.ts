import { type Reading, textParameter } from './parameter-of.ts';
import type { XmlElement } from './xml-element.ts';

/** Where new messages go when the block does not say: the queue whose strategy sends them. */
const outbound = 'Outbound queue';

/** The queue that messages of a block wait in until they are sent. */
export function outboundQueue(element: XmlElement, reading: Reading): unknown {
  const told = textParameter(
    element,
    reading,
    'queue',
    'outputQueue',
    'outputQueueName',
    'interactionQueue',
    'queueName',
  );
  return typeof told === 'object' && told !== null
    ? told
    : reading.conversion.queueNamed(typeof told === 'string' ? told : outbound);
}
