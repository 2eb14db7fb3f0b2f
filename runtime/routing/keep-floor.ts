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
  let round: { after: string | undefined; readonly unseen: Set<string> } | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  /** One look after the other: what one has read must not be put over what a later one found. */
  const inTurn = (look: () => Promise<void>): Promise<void> => {
    const next = turn.then(look);
    turn = next.catch(() => undefined);
    return next;
  };
  /** Looks at a page; after the last one, at those who were in none of them. Answers whether there are more. */
  const lookOn = async (): Promise<boolean> => {
    round ??= { after: undefined, unseen: new Set(floor.ids()) };
    const agents = await loadAgentsAfter(pool, tenantId, { after: round.after, limit: pageSize });
    for (const agent of agents) {
      floor.put(agent);
      round.unseen.delete(agent.id);
    }
    round.after = agents.at(-1)?.id;
    if (agents.length === pageSize) return true;
    for (const id of round.unseen) changed.add(id);
    round = undefined;
    return false;
  };
  const lookAtAll = async (): Promise<void> => {
    round = undefined;
    while (await lookOn());
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
    refresh: () =>
      inTurn(async () => {
        if (isAllChanged) {
          isAllChanged = false;
          changed.clear();
          await lookAtAll().catch((error: unknown) => {
            isAllChanged = true;
            throw error;
          });
        }
        while (changed.size > 0) await lookAtChanged();
      }),
    goRound: () =>
      inTurn(async () => {
        const isMore = await lookOn();
        while (!isMore && changed.size > 0) await lookAtChanged();
      }),
  };
}
