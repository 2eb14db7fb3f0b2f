import type { chatBench as english } from '../en/chat-bench.ts';
import type { Translation } from '../translation.ts';

/** German texts of the test bench for chats. */
export const chatBench = {
  media: 'Was zu schreiben ist',
  email: 'E-Mail',
  chat: 'Chat',
  title: 'Als Kunde chatten',
  help: 'Öffnet einen Chat, wie es das Widget auf einer Seite tut. Nehmen Sie ihn in einem anderen Fenster als Agent an, und sprechen Sie mit sich selbst.',
  endpoint: 'Endpunkt',
  name: 'Name',
  address: 'E-Mail',
  script: 'Was der Kunde sagt',
  scriptHelp: 'Eine Zeile ist eine Nachricht. Die nächste folgt, sobald jemand geantwortet hat.',
  firstLines: 'Wo ist mein Paket?\nEs ist die Nummer 4711.\nDanke, das war alles.',
  play: 'Chat öffnen und abspielen',
  playing: (said, of) => `${said} von ${of} gesagt`,
  again: 'Noch ein Chat',
  end: 'Als Kunde beenden',
  sayMore: 'Etwas anderes sagen',
  say: 'Sagen',
  conversation: 'Der Chat, wie der Kunde ihn sieht',
  nothingYet: 'Noch ist nichts offen. Der Chat erscheint hier.',
} satisfies Translation<typeof english>;
