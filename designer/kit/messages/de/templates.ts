import type { templates as english } from '../en/templates.ts';
import type { Translation } from '../translation.ts';

/** German texts of templates. */
export const templates = {
  beginWith: 'Beginnen mit',
  fill: 'Verwendete Namen',
  fillHelp: 'Vorgeschlagen aus dem, was es hier gibt. Was es noch nicht gibt, kann später angelegt werden.',
  isNew: 'Gibt es noch nicht',
  willBeMade: 'Wird dem Prozess hinzugefügt',
  picture: (name) => `Bild von „${name}“`,
  newStrategy: 'Neue Strategie aus einer Vorlage',
  strategyName: 'Name der Strategie',
  strategyTaken: 'Es gibt schon eine Strategie mit diesem Namen.',
  addStrategy: 'Strategie hinzufügen',
  processes: {
    empty: { name: 'Leer', help: 'Noch nichts: von Anfang an selbst zeichnen.' },
    acknowledgeAndRoute: {
      name: 'Bestätigen und verteilen',
      help: 'Jede E-Mail wird bestätigt und an eine Gruppe verteilt; Antworten werden versandt.',
    },
    screenClassifyRoute: {
      name: 'Filtern, klassifizieren und verteilen',
      help: 'Eine Regel legt Unerwünschtes beiseite, ein Modell findet das Thema, dessen Gruppe die Nachricht zuerst bekommt.',
    },
    afterHours: {
      name: 'Außerhalb der Geschäftszeiten',
      help: 'Außerhalb der Geschäftszeiten erfährt es der Absender, und die Nachricht wartet, bis Sie öffnen.',
    },
    reviewedReplies: {
      name: 'Geprüfte Antworten (QS)',
      help: 'Jede zehnte Antwort und jede auf eine Beschwerde wird geprüft, bevor sie hinausgeht.',
    },
    greetedChat: {
      name: 'Chat mit Begrüßung und Wartehinweisen',
      help: 'Ein Chat wird einmal begrüßt und um Geduld gebeten, bis ihn ein Agent annimmt.',
    },
  },
  strategies: {
    acknowledgeThenQueue: {
      name: 'Bestätigen, dann weiterreichen',
      help: 'Bestätigt den Eingang der Nachricht und reicht sie weiter.',
    },
    overflowRoute: {
      name: 'Verteilen mit Überlauf',
      help: 'Zuerst eine Gruppe, nach einer Minute die nächste, dann beide; findet sich niemand: noch einmal, mit mehr Priorität.',
    },
    businessHoursGate: {
      name: 'Weiche nach Geschäftszeiten',
      help: 'Während der Geschäftszeiten in die eine Warteschlange, sonst in die andere.',
    },
    classifyAndSegment: {
      name: 'Klassifizieren und aufteilen',
      help: 'Ein Modell findet das Thema; Beschwerden und Rechnungen gehen einen eigenen Weg.',
    },
    autoresponseThenStop: {
      name: 'Antworten und beenden',
      help: 'Antwortet mit einer Standardantwort und ist fertig; was keine Maschine beantworten darf, geht an Menschen.',
    },
    serviceWithFallback: {
      name: 'Externen Dienst fragen',
      help: 'Geht nach der Bewertung eines Dienstes weiter; ist er nicht erreichbar, hält das niemanden auf.',
    },
  },
  slots: {
    acknowledgement: 'Eingangsbestätigung (Standardantwort)',
    again: 'Warteschlange zum erneuten Warten',
    answer: 'Antwort (Standardantwort)',
    calendar: 'Geschäftszeiten',
    closed: 'Warteschlange, wenn geschlossen ist',
    closedAnswer: 'Antwort, wenn geschlossen ist (Standardantwort)',
    first: 'Erste Agentengruppe',
    greeting: 'Begrüßung (Standardantwort)',
    group: 'Agentengruppe',
    model: 'Klassifikationsmodell',
    next: 'Nächste Warteschlange',
    open: 'Warteschlange, wenn geöffnet ist',
    others: 'Warteschlange für alle anderen',
    outbound: 'Warteschlange für Ausgehendes',
    people: 'Warteschlange für Menschen',
    preferred: 'Warteschlange für hohe Bewertungen',
    reviewers: 'Agentengruppe der Prüfenden',
    rule: 'Filterregel für Unerwünschtes',
    second: 'Zweite Agentengruppe',
    service: 'Externer Dienst',
    special: 'Warteschlange für Beschwerden und Rechnungen',
    specialists: 'Agentengruppe für Beschwerden und Rechnungen',
    waiting: 'Wartehinweis (Standardantwort)',
  },
} satisfies Translation<typeof english>;
