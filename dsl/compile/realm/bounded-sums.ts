/** What `guardSource` puts in the place of `+`, `+=` on a member, templates, and around what has its keys listed. */
export interface BoundedSums {
  plus(left: unknown, right: unknown): unknown;
  addTo(target: object, key: PropertyKey, value: unknown): unknown;
  bounded(text: string): string;
  /** The value itself, unless listing its keys takes too long. */
  listable(value: unknown): unknown;
}

/** Makes sums that are what the language gives, and throw for a text beyond the limit. Runs inside the realm as text. */
export function createBoundedSums(longestText: number, mostKeys: number): BoundedSums {
  function bounded(text: string): string {
    if (text.length > longestText) throw new RangeError(`A text of more than ${longestText} characters is too long.`);
    return text;
  }

  function plus(left: unknown, right: unknown): unknown {
    const sum: unknown = (left as number) + (right as number);
    return typeof sum === 'string' ? bounded(sum) : sum;
  }

  function addTo(target: object, key: PropertyKey, value: unknown): unknown {
    const members = target as Record<PropertyKey, unknown>;
    const name = typeof key === 'object' ? String(key) : key;
    return (members[name] = plus(members[name], value));
  }

  function listable(value: unknown): unknown {
    if ((typeof value === 'string' || Array.isArray(value)) && value.length > mostKeys)
      throw new RangeError(`The keys of more than ${mostKeys} members are too many.`);
    return value;
  }

  // all runs share them, and code reaches them through `arguments`
  const sums = { plus, addTo, bounded, listable };
  Object.values(sums).forEach(Object.freeze);
  return sums;
}
