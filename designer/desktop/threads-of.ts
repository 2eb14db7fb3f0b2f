import type { InteractionSummary } from '#dsl/protocol/interactions.ts';

/** A thread as a list of conversations shows it. */
export interface ThreadSummary {
  readonly id: string;
  /** As it began. */
  readonly subject: string;
  readonly count: number;
  readonly newest: InteractionSummary;
}

/** The threads of interactions that come newest first, the one with the newest message first. */
export function threadsOf(interactions: readonly InteractionSummary[]): ThreadSummary[] {
  const byThread = Map.groupBy(interactions, (interaction) => interaction.threadId);
  return [...byThread].flatMap(([id, members]) => {
    const newest = members[0];
    return newest === undefined ? [] : [{ id, subject: members.at(-1)?.subject ?? '', count: members.length, newest }];
  });
}
