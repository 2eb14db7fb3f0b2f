import type { Surroundings } from '../check/surroundings.ts';
import type { ChosenNames, SlotKind, TemplateSlots } from './template.ts';

/** One of these that is not meant would send interactions elsewhere: rather a name that does not exist yet. */
const steering: ReadonlySet<SlotKind> = new Set(['queues', 'screeningRules']);

/**
 * A name for each slot, so that as little as possible has to be filled in: the wish itself where it exists, else the name
 * that shares most words with it and says least beside them, else any that exists, else the wish. No queue is proposed twice, and no queue or
 * screening rule that shares nothing.
 */
export function proposeNames(slots: TemplateSlots, known: Surroundings): ChosenNames {
  const used = new Set<string>();
  return Object.fromEntries(
    Object.entries(slots).map(([key, { kind, wish }]) => {
      const free = (known[kind] ?? []).filter((name) => kind !== 'queues' || !used.has(name));
      const likest = free.toSorted((left, right) => likeness(right, wish) - likeness(left, wish))[0];
      const isMeant = likest !== undefined && (!steering.has(kind) || likeness(likest, wish) > 0);
      const name = isMeant ? likest : wish;
      if (kind === 'queues') used.add(name);
      return [key, name];
    }),
  );
}

function likeness(name: string, wish: string): number {
  if (name === wish) return Number.POSITIVE_INFINITY;
  const words = wordsOf(name);
  const shared = wordsOf(wish).filter((word) => words.includes(word)).length;
  // of names that share as much, the one that says least beside it
  return shared === 0 ? 0 : shared + 1 / (1 + words.length);
}

function wordsOf(name: string): readonly string[] {
  return name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
