type Data = Readonly<Record<string, unknown>>;

/** What became of attached data: keys that have another value now, and keys that are gone. */
export interface ChangedData {
  readonly set: Data;
  readonly removed: readonly string[];
}

/**
 * What a strategy changed of the data it began with. Only this is written: what agents and supervisors attached meanwhile under
 * other keys is theirs. Undefined when nothing changed.
 */
export function changedData(before: Data, after: Data): ChangedData | undefined {
  const set = Object.entries(after).filter(
    ([key, value]) => !Object.hasOwn(before, key) || JSON.stringify(before[key]) !== JSON.stringify(value),
  );
  const removed = Object.keys(before).filter((key) => !Object.hasOwn(after, key));
  return set.length === 0 && removed.length === 0 ? undefined : { set: Object.fromEntries(set), removed };
}
