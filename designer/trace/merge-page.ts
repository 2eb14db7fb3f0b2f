import type { InteractionPage, InteractionSummary } from '#dsl/protocol/interactions.ts';

/**
 * The first page of a list that was read again, put in place of the one before without leaving a gap: lines that newer ones
 * pushed out of it stay, lines that left the list within its reach go. The page still ends where the next one begins.
 */
export function mergeFirstPage(before: InteractionPage, fresh: InteractionPage): InteractionPage {
  // the whole list fits on it
  if (fresh.next === null) return fresh;
  const oldest = fresh.interactions.at(-1);
  if (oldest === undefined) return fresh;
  const known = new Set(fresh.interactions.map(({ id }) => id));
  const beyond = before.interactions.filter(({ id, receivedAt }) => !known.has(id) && receivedAt <= oldest.receivedAt);
  return { interactions: [...fresh.interactions, ...beyond], next: before.next };
}

/** Pages with some lines brought up to date; `undefined` takes a line away. Pages without any of them stay the same. */
export function replaceLines(
  pages: readonly InteractionPage[],
  changed: ReadonlyMap<string, InteractionSummary | undefined>,
): InteractionPage[] {
  return pages.map((page) => {
    if (!page.interactions.some(({ id }) => changed.has(id))) return page;
    const interactions = page.interactions.flatMap((line) => {
      if (!changed.has(line.id)) return [line];
      const now = changed.get(line.id);
      return now === undefined ? [] : [now];
    });
    return { ...page, interactions };
  });
}
