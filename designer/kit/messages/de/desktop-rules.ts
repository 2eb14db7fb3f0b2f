import type { desktopRules as english } from '../en/desktop-rules.ts';
import type { Translation } from '../translation.ts';

/** German texts of what supervisors say about the agents' desktops. */
export const desktopRules = {
  title: 'Agentenplatz',
  lead: 'Was Agenten an ihrem Platz auswählen. Offene Plätze übernehmen es innerhalb einer Minute.',
  reasons: 'Gründe für „nicht bereit“',
  dispositions: 'Abschlusscodes',
  listHint: 'Tippen und mit Enter bestätigen; Agenten sehen sie in dieser Reihenfolge',
  requires: 'Nach einem Abschlusscode fragen',
  requiresHint: 'Ohne einen dieser Codes wird nichts als erledigt gekennzeichnet',
  noneToChoose: 'Nach einem Code lässt sich nur fragen, wenn es einen gibt',
  save: 'Speichern',
  name: 'Die Auswahl der Agenten',
} as const satisfies Translation<typeof english>;
