import { inFigures } from '../in-figures.ts';

/** Texts of the SMS channels. */
export const sms = {
  kind: 'SMS channel',
  create: 'New SMS channel',
  save: 'Save channel',
  emptyTitle: 'No SMS channel yet',
  empty:
    'An SMS channel connects Signalbox with the SMS centre of an operator or provider by SMPP, so that customers can write to your numbers.',
  columns: { name: 'Channel', state: 'State', centre: 'SMS centre', received: 'Received', sent: 'Sent' },
  state: {
    watching: 'Connected',
    connecting: 'Connecting',
    failing: 'Failing',
    off: 'Switched off',
    unknown: 'Not connected yet',
  },
  unknownHelp:
    'No process holds this connection right now. The media role does it: start Signalbox with --roles media, or with all roles.',
  figures: (received: number, sent: number) =>
    `${inFigures(received)} received, ${inFigures(sent)} sent since the start`,
  parts: { what: 'Channel', centre: 'SMS centre and log-in', sending: 'Sending', trust: 'Trust' },
  endpointNone: 'No active business process has an SMS endpoint yet; messages are refused until one has',
  passwordKept: 'Kept; type to replace it',
  taken: 'There is an SMS channel of this name already',
  test: 'Test the connection',
  testOk: 'The SMS centre let us in. Nothing was sent.',
  testFailed: 'This SMS centre cannot be used',
  deleteHelp: 'Signalbox ends the connection and forgets its password. Messages that came stay.',
} as const;
