import type { RoleName } from '#runtime/config/role-names.ts';
import type { Role } from './role.ts';

/** Loads a role with everything it imports: what a process does not do costs it no memory. */
export async function loadRole(name: RoleName): Promise<Role> {
  switch (name) {
    case 'api':
      return (await import('./api.ts')).apiRole;
    case 'media':
      return (await import('./media.ts')).mediaRole;
    case 'router':
      return (await import('./router.ts')).routerRole;
    case 'sender':
      return (await import('./sender.ts')).senderRole;
    // Strategies run what people wrote: in processes that may fall without taking this one along.
    case 'worker':
      return (await import('./worker-supervisor.ts')).workerSupervisor;
  }
}
