import { inFigures } from '../in-figures.ts';

/** Texts of the webhooks under settings. */
export const webhooks = {
  kind: 'webhook',
  create: 'New webhook',
  save: 'Save webhook',
  make: 'Make webhook',
  emptyTitle: 'No webhook yet',
  empty: 'A webhook posts what happens to interactions and agents to an address of yours, signed and in order.',
  columns: { name: 'Webhook', state: 'State', address: 'Address', createdAt: 'Made' },
  fields: {
    name: 'Name',
    url: 'Address',
    urlHint: 'The events are posted here as JSON; answer with a status of 200 to 299',
    kinds: 'Events',
    kindsHint: 'Names of events that are wanted; none for all of them',
    enabled: 'Post events',
  },
  taken: 'There is a webhook of this name already',
  state: { working: 'Working', failing: 'Failing', off: 'Switched off' },
  since: 'Nothing was taken since',
  again: 'Tried again',
  offByItself:
    'Nothing was taken for a day, so it was switched off. Switch it on and save: it goes on where it stopped.',
  test: 'Post a test',
  testHelp: 'A post without events; how it went shows below.',
  testAsked: 'The test goes out within a second',
  deliveries: 'Last posts',
  noDeliveries: 'Nothing has been posted yet',
  posted: (events: number) => (events === 0 ? 'Test' : events === 1 ? '1 event' : `${inFigures(events)} events`),
  took: (ms: number) => `${inFigures(ms)} ms`,
  status: (status: number) => `Status ${status}`,
  shownTitle: 'Copy the secret now',
  shown: (name: string) =>
    `This is the only time the secret of ${name} is shown. The program that is posted to checks the signature with it.`,
  done: 'I have copied it',
  deleteHelp: 'Nothing is posted to it any more, and its place in the event log is forgotten.',
};
