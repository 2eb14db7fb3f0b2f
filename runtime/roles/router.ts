import type { Role } from './role.ts';

/** The role `router`; see `role-names.ts`. */
export const routerRole: Role = {
  name: 'router',
  start: () => Promise.resolve({ stop: () => Promise.resolve() }),
};
