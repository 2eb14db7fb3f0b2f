/** Texts of what supervisors say about the agents' desktops. */
export const desktopRules = {
  title: 'Agent desktop',
  lead: 'What agents choose from at the desktop. Desktops that are open take it over within a minute.',
  reasons: 'Reasons for not ready',
  dispositions: 'Disposition codes',
  listHint: 'Type one and press Enter; agents see them in this order',
  requires: 'Ask for a disposition',
  requiresHint: 'Nothing is marked as done without one of these codes',
  noneToChoose: 'A disposition can only be asked for when there is one',
  save: 'Save',
  name: 'What agents choose from',
};
