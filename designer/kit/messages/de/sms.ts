import type { sms as english } from '../en/sms.ts';
import { inFigures } from '../in-figures.ts';
import type { Translation } from '../translation.ts';

/** German texts of the SMS channels. */
export const sms = {
  kind: 'SMS-Kanal',
  create: 'Neuer SMS-Kanal',
  save: 'Kanal speichern',
  emptyTitle: 'Noch kein SMS-Kanal',
  empty:
    'Ein SMS-Kanal verbindet Signalbox über SMPP mit der SMS-Zentrale eines Netzbetreibers oder Anbieters, damit Kunden an Ihre Nummern schreiben können.',
  columns: { name: 'Kanal', state: 'Status', centre: 'SMS-Zentrale', received: 'Empfangen', sent: 'Gesendet' },
  state: {
    watching: 'Verbunden',
    connecting: 'Verbindet sich',
    failing: 'Gestört',
    off: 'Ausgeschaltet',
    unknown: 'Noch nicht verbunden',
  },
  unknownHelp:
    'Zurzeit hält kein Prozess diese Verbindung. Das tut die Rolle media: starten Sie Signalbox mit --roles media oder mit allen Rollen.',
  figures: (received, sent) => `${inFigures(received)} empfangen, ${inFigures(sent)} gesendet seit dem Start`,
  parts: { what: 'Kanal', centre: 'SMS-Zentrale und Anmeldung', sending: 'Senden', trust: 'Vertrauen' },
  endpointNone: 'Noch hat kein aktiver Geschäftsprozess einen SMS-Endpunkt; Nachrichten werden bis dahin abgewiesen',
  passwordKept: 'Aufbewahrt; tippen, um es zu ersetzen',
  taken: 'Einen SMS-Kanal dieses Namens gibt es schon',
  test: 'Verbindung testen',
  testOk: 'Die SMS-Zentrale hat uns eingelassen. Gesendet wurde nichts.',
  testFailed: 'Diese SMS-Zentrale lässt sich nicht verwenden',
  deleteHelp: 'Signalbox beendet die Verbindung und vergisst ihr Kennwort. Eingegangene Nachrichten bleiben.',
} as const satisfies Translation<typeof english>;
