import { logoutLostAgents } from '#runtime/agent/logout-lost-agents.ts';
import { startRouter } from '#runtime/routing/start-router.ts';
import type { Role } from './role.ts';

/** The role `router`: finds agents, keeps time limits, logs out agents whose desktops are gone. Any number may run; one is active for each tenant. */
export const routerRole: Role = {
  name: 'router',
  start({ pool, log, wakeUps }) {
    const agentDeps = { pool, wake: wakeUps, now: () => new Date() };
    return startRouter({
      pool,
      log,
      wake: wakeUps,
      sweeps: [(tenantIds) => logoutLostAgents(agentDeps, tenantIds)],
    });
  },
};
