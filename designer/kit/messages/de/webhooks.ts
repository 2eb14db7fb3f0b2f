import type { webhooks as english } from '../en/webhooks.ts';
import { inFigures } from '../in-figures.ts';
import type { Translation } from '../translation.ts';

/** German texts of the webhooks under settings. */
export const webhooks = {
  kind: 'Webhook',
  create: 'Neuer Webhook',
  save: 'Webhook speichern',
  make: 'Webhook anlegen',
  emptyTitle: 'Noch kein Webhook',
  empty:
    'Ein Webhook schickt, was mit Interaktionen und Agenten geschieht, an eine Ihrer Adressen: signiert und in der richtigen Reihenfolge.',
  columns: { name: 'Webhook', state: 'Status', address: 'Adresse', createdAt: 'Angelegt' },
  fields: {
    name: 'Name',
    url: 'Adresse',
    urlHint: 'Hierhin gehen die Ereignisse als JSON; antworten Sie mit einem Status von 200 bis 299',
    kinds: 'Ereignisse',
    kindsHint: 'Namen der gewünschten Ereignisse; keiner für alle',
    enabled: 'Ereignisse schicken',
  },
  taken: 'Einen Webhook dieses Namens gibt es schon',
  state: { working: 'Läuft', failing: 'Gestört', off: 'Ausgeschaltet' },
  since: 'Nichts angenommen seit',
  again: 'Nächster Versuch',
  offByItself:
    'Einen Tag lang wurde nichts angenommen, deshalb ist er ausgeschaltet. Schalten Sie ihn ein und speichern Sie: Er macht weiter, wo er aufgehört hat.',
  test: 'Test schicken',
  testHelp: 'Eine Sendung ohne Ereignisse; wie sie ankam, steht unten.',
  testAsked: 'Der Test geht innerhalb einer Sekunde hinaus',
  deliveries: 'Letzte Sendungen',
  noDeliveries: 'Noch wurde nichts geschickt',
  posted: (events) => (events === 0 ? 'Test' : events === 1 ? '1 Ereignis' : `${inFigures(events)} Ereignisse`),
  took: (ms) => `${inFigures(ms)} ms`,
  status: (status) => `Status ${status}`,
  shownTitle: 'Kopieren Sie das Geheimnis jetzt',
  shown: (name) =>
    `Nur dieses eine Mal wird das Geheimnis von ${name} gezeigt. Das Programm, an das geschickt wird, prüft damit die Signatur.`,
  done: 'Ich habe es kopiert',
  deleteHelp: 'Es wird nichts mehr dorthin geschickt, und seine Stelle im Ereignisprotokoll wird vergessen.',
} satisfies Translation<typeof english>;
