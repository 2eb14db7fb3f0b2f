import type { Role } from './role.ts';

/** The role `worker`; see `role-names.ts`. */
export const workerRole: Role = {
  name: 'worker',
  start: () => Promise.resolve({ stop: () => Promise.resolve() }),
};
