import type { routingRules as english } from '../en/routing-rules.ts';
import type { Translation } from '../translation.ts';

/** German texts of the section of routing rules. */
export const routingRules = {
  kind: 'Routing-Regel',
  create: 'Neue Routing-Regel',
  save: 'Regel speichern',
  emptyTitle: 'Noch keine Routing-Regel',
  empty:
    'Eine Routing-Regel ist ein Weg, einen Agenten zu finden, den viele Strategien gemeinsam haben: ihre Blöcke Routing-Regel nennen sie beim Namen, und eine Änderung gilt sofort für alle.',
  taken: 'Eine Routing-Regel dieses Namens gibt es schon',
  columns: { name: 'Routing-Regel', kind: 'Art', updated: 'Geändert' },
  parts: { what: 'Routing-Regel', how: 'Wie sie routet' },
  kindLabel: 'Art',
  kinds: {
    selection: 'Auswahl',
    percentage: 'Prozentual',
    statistics: 'Statistik',
    'service-level': 'Servicelevel',
    'load-balancing': 'Lastverteilung',
  },
  kindHints: {
    selection: 'Wer von den Zielen frei ist; von mehreren das beste nach einer Statistik.',
    percentage: 'Jedes Ziel bekommt seinen Anteil der Interaktionen.',
    statistics: 'Das Ziel, das jetzt am besten dasteht.',
    'service-level': 'Der Kreis der Skills wird weiter, damit genügend Interaktionen rechtzeitig einen Agenten finden.',
    'load-balancing': 'Die Warteschlange, in der am wenigsten wartet.',
  },
} as const satisfies Translation<typeof english>;
