import type { Role } from './role.ts';

/** The role `media`; see `role-names.ts`. */
export const mediaRole: Role = {
  name: 'media',
  start: () => Promise.resolve({ stop: () => Promise.resolve() }),
};
