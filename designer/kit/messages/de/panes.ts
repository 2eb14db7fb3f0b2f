import type { panes as english } from '../en/panes.ts';
import type { Translation } from '../translation.ts';

/** German texts of panes whose sizes people change. */
export const panes = {
  pane: { left: 'Linker Bereich', right: 'Rechter Bereich' },
  resize: {
    left: 'Breite des linken Bereichs',
    right: 'Breite des rechten Bereichs',
    bottom: 'Höhe des unteren Bereichs',
  },
} as const satisfies Translation<typeof english>;
