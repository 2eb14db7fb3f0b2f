import { inFigures } from '../in-figures.ts';

/** Texts of lists of objects, their details, and of leaving or deleting what is shown there. */
export const lists = {
  search: (what: string) => `Search ${what}`,
  searchHint: 'Search',
  count: (shown: number, all: number) =>
    shown === all ? inFigures(shown) : `${inFigures(shown)} of ${inFigures(all)}`,
  nothingFound: (text: string) => `Nothing here matches “${text}”`,
  clearSearch: 'Show all',
  sections: (area: string) => `Sections of ${area}`,
  closeDetail: 'Close',
  backToList: 'Back to the list',
  unknown: (kind: string, name: string) => `There is no ${kind} “${name}”`,
  unknownHelp: 'It may have been renamed or deleted.',
  save: 'Save',
  saved: (name: string) => `${name} is saved`,
  deleted: (name: string) => `${name} is deleted`,
  undo: 'Undo',
  changed: 'Unsaved changes',
  discard: 'Discard changes',
  fixFirst: (count: number) => (count === 1 ? 'One field needs another look' : `${count} fields need another look`),
  leaveTitle: 'Leave without saving?',
  leaveHelp: (name: string) => `Your changes to ${name} are not saved yet and would be lost.`,
  leave: 'Leave without saving',
  stay: 'Keep editing',
  delete: 'Delete',
  deleteTitle: (name: string) => `Delete ${name}?`,
  deleteNamed: (name: string) => `Delete ${name}`,
  readOnly: 'You can read this. Designers and administrators can change it.',
  show: 'Show',
} as const;
