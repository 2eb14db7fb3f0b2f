import type { Pool } from 'pg';
import { Floor } from './floor.ts';
import { loadAgents, loadAgentsAfter } from './load-agents.ts';

/** Agents looked at in one statement: some ten milliseconds. */
const pageSize = 500;

/** The floor of a tenant, kept as the database has it. */
export interface KeptFloor {
  readonly floor: Floor;
  /** The agent is looked at before the next decision. */
  changed(agentId: string): void;
  /** Everybody is: group members have changed, or signals may have been missed. */
  changedAll(): void;
  /** Brings the floor up to date with what has changed. */
  refresh(): Promise<void>;
  /** Looks at the next page of agents, changed or not: what no signal told is found by going round. */
  goRound(): Promise<void>;
}

/** A floor that knows nobody yet; the first refresh loads all. */
export function keepFloor(pool: Pool, tenantId: string): KeptFloor {
  const floor = new Floor();
  const changed = new Set<string>();
  let isAllChanged = true;
  let roundAt: string | undefined;

  /** Answers the id to go on after; none after the last page. */
  const lookAt = async (after: string | undefined): Promise<string | undefined> => {
    const agents = await loadAgentsAfter(pool, tenantId, { after, limit: pageSize });
    const last = agents.length < pageSize ? undefined : agents.at(-1)?.id;
    const seen = new Set(agents.map(({ id }) => id));
    for (const id of floor.idsBetween(after, last)) if (!seen.has(id)) floor.remove(id);
    for (const agent of agents) floor.put(agent);
    return last;
  };
  const lookAtAll = async (): Promise<void> => {
    let after: string | undefined;
    do after = await lookAt(after);
    while (after !== undefined);
  };
  const lookAtChanged = async (): Promise<void> => {
    const ids = [...changed].slice(0, pageSize);
    // told meanwhile, an agent is looked at again
    for (const id of ids) changed.delete(id);
    try {
      const agents = await loadAgents(pool, tenantId, ids);
      const seen = new Set(agents.map(({ id }) => id));
      for (const id of ids) if (!seen.has(id)) floor.remove(id);
      for (const agent of agents) floor.put(agent);
    } catch (error) {
      for (const id of ids) changed.add(id);
      throw error;
    }
  };

  return {
    floor,
    changed: (agentId) => void changed.add(agentId),
    changedAll() {
      isAllChanged = true;
    },
    async refresh() {
      if (isAllChanged) {
        isAllChanged = false;
        changed.clear();
        await lookAtAll().catch((error: unknown) => {
          isAllChanged = true;
          throw error;
        });
      }
      while (changed.size > 0) await lookAtChanged();
    },
    async goRound() {
      roundAt = await lookAt(roundAt);
    },
  };
}
