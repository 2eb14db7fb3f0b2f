import type { desktopRules as english } from '../en/desktop-rules.ts';
import type { Translation } from '../translation.ts';

/** German texts of what supervisors say about the agents' desktops. */
export const desktopRules = {
  title: 'Agent-Desktop',
  lead: 'Was Agenten an ihrem Desktop auswählen. Offene Desktops übernehmen es innerhalb einer Minute.',
  reasons: 'Gründe für „nicht bereit“',
  dispositions: 'Abschlussgründe',
  listHint: 'Tippen und mit Enter bestätigen; Agenten sehen sie in dieser Reihenfolge',
  requires: 'Nach einem Abschlussgrund fragen',
  requiresHint: 'Ohne einen dieser Gründe wird nichts als erledigt gekennzeichnet',
  noneToChoose: 'Nach einem Grund lässt sich nur fragen, wenn es einen gibt',
  save: 'Speichern',
  name: 'Die Auswahl der Agenten',
} as const satisfies Translation<typeof english>;
