import { logoutLostAgents } from '#runtime/agent/logout-lost-agents.ts';
import { startRouter } from '#runtime/routing/start-router.ts';
import { startStatistics } from '#runtime/statistics/statistics-server.ts';
import type { Role } from './role.ts';

/** The role `router`: finds agents, keeps time limits, logs out agents whose desktops are gone, counts statistics. Any number may run; one is active for each tenant. */
export const routerRole: Role = {
  name: 'router',
  async start({ pool, log, wakeUps }) {
    const agentDeps = { pool, wake: wakeUps, now: () => new Date() };
    const router = await startRouter({
      pool,
      log,
      wake: wakeUps,
      sweeps: [(tenantIds) => logoutLostAgents(agentDeps, tenantIds)],
    });
    const statistics = startStatistics(pool, (error) =>
      log.warn({ err: error }, 'statistics could not be counted; the next turn goes on where they stopped'),
    );
    return {
      async stop() {
        await statistics.stop();
        await router.stop();
      },
    };
  },
};
