import type { Role } from './role.ts';

/** The role `sender`; see `role-names.ts`. */
export const senderRole: Role = {
  name: 'sender',
  start: () => Promise.resolve({ stop: () => Promise.resolve() }),
};
