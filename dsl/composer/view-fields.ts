import { readViewField } from '../model/interaction-property.ts';

/** Properties of interactions by the names Interaction Server has for them, in lower case without underscores. */
const properties: Readonly<Record<string, string>> = {
  id: 'id',
  interactionid: 'id',
  externalid: 'externalId',
  parentid: 'parentId',
  mediatype: 'media',
  mediatypeid: 'media',
  interactiontype: 'type',
  typeid: 'type',
  interactionsubtype: 'subtype',
  subtypeid: 'subtype',
  subtype: 'subtype',
  subject: 'subject',
  fromaddress: 'fromAddress',
  frompersonal: 'fromName',
  toaddress: 'toAddress',
  mailbox: 'mailbox',
  queue: 'queue',
  priority: 'priority',
  receivedat: 'receivedAt',
  submittedat: 'submittedAt',
  placedinqueueat: 'placedAt',
  movedtoqueueat: 'movedAt',
  scheduledat: 'scheduledAt',
  deliveredat: 'deliveredAt',
  contactid: 'contactId',
  threadid: 'threadId',
};

// parts of the old server's state that nothing here corresponds to: taken for attached data they would never match
const untold =
  /^(?:state|isonline|islocked|islived|agentid|placeid|workbin\w*|tenantid|submittedby|snapshot\w*|current\w*|sysdate|age\w*)$/;

/** The property or the key of attached data that a name in a view of the old server means; undefined when it has no counterpart. */
export function viewFieldFor(name: string): string | undefined {
  const plain = name.replace(/^(?:interaction|ixn|i)\./i, '');
  const key = plain.toLowerCase().replaceAll('_', '');
  if (Object.hasOwn(properties, key)) return properties[key];
  if (untold.test(key)) return undefined;
  const field = `data.${plain.replace(/^(?:userdata|udata|data)\./i, '')}`;
  return readViewField(field) === undefined ? undefined : field;
}
