import type { Pool, PoolClient } from 'pg';
import { inTransaction } from '../store/transaction.ts';
import { agentOf, countAgent } from './count-agent.ts';
import { countInteraction } from './count-interaction.ts';
import { addToBuckets } from './kept-buckets.ts';
import { KeptMemory } from './kept-memory.ts';
import type { LoggedEvent } from './logged-event.ts';
import { areAllOver, readEvents, seeEnd } from './settled-events.ts';
import { minutesKeptMs, Tally } from './tally.ts';

/** Entries counted in one transaction: a few hundred milliseconds of work that a kill loses and another server does again. */
const defaultLimit = 2000;

interface Position {
  readonly counted_id: string;
  readonly settled_id: string;
  readonly seen_id: string;
  readonly seen_tx: string;
}

/**
 * Counts the next entries of the event log, each exactly once: what they add, what must be remembered and how far they reach are one
 * transaction. Entries are counted once no transaction is left that could still write an earlier one. Any number of servers may
 * call it; one of them counts at a time. Answers whether there is more to count now.
 */
export async function countEvents(pool: Pool, now: Date, limit = defaultLimit): Promise<boolean> {
  const end = await seeEnd(pool);
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<Position>(
      'select counted_id, settled_id, seen_id, seen_tx from statistics_position for update skip locked',
    );
    const [position] = rows;
    if (position === undefined) return false;
    const { settled, seen } = await settle(client, position, end);
    const events = await readEvents(client, { after: position.counted_id, upTo: settled, limit });
    await count(client, events, now);
    const isMore = events.length === limit;
    const counted = isMore ? (events.at(-1)?.id ?? settled) : settled;
    await client.query(
      'update statistics_position set counted_id = $1, settled_id = $2, seen_id = $3, seen_tx = $4::xid8, counted_at = $5',
      [counted, settled, seen.id, seen.tx, now],
    );
    return isMore;
  });
}

/** How far the log is settled now, and which end of it is watched next: the older one until it is settled, so that it will be. */
async function settle(
  client: PoolClient,
  position: Position,
  end: { readonly id: string; readonly tx: string },
): Promise<{ settled: string; seen: { readonly id: string; readonly tx: string } }> {
  const before = position.settled_id;
  // another server may have come further since this one looked
  const settledUpTo = (id: string): string => (BigInt(id) > BigInt(before) ? id : before);
  if (await areAllOver(client, end.tx)) return { settled: settledUpTo(end.id), seen: end };
  const seen = { id: position.seen_id, tx: position.seen_tx };
  if (await areAllOver(client, seen.tx)) return { settled: settledUpTo(seen.id), seen: end };
  return { settled: before, seen };
}

async function count(client: PoolClient, events: readonly LoggedEvent[], now: Date): Promise<void> {
  if (events.length === 0) return;
  const tally = new Tally(Math.floor((now.getTime() - minutesKeptMs) / 60_000) * 60_000);
  const memory = await KeptMemory.load(client, events);
  for (const event of events) {
    const { tenantId, interactionId } = event;
    if (interactionId !== null) countInteraction(tally, event, memory.interaction(tenantId, interactionId));
    const agent = agentOf(event);
    if (agent !== undefined) countAgent(tally, event, memory.agent(tenantId, agent), agent);
  }
  await addToBuckets(client, tally.buckets);
  await memory.save(client);
}
