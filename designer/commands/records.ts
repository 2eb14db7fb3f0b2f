/** The record without some keys; the very same record when it has none of them. */
export function omitKeys<Value>(
  record: Readonly<Record<string, Value>>,
  keys: readonly string[],
): Record<string, Value> {
  if (!keys.some((key) => Object.hasOwn(record, key))) return record;
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
}

/** The record with a key renamed, in its old place; the very same record when the key is not there. */
export function renameKey<Value>(
  record: Readonly<Record<string, Value>>,
  from: string,
  to: string,
): Record<string, Value> {
  if (from === to || !Object.hasOwn(record, from)) return record;
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key === from ? to : key, value]));
}

/** The record with every value passed through `change`; the very same record when nothing changed. */
export function mapValues<Value>(
  record: Readonly<Record<string, Value>>,
  change: (value: Value, key: string) => Value,
): Record<string, Value> {
  const entries = Object.entries(record).map(([key, value]) => [key, change(value, key)] as const);
  return entries.every(([key, value]) => value === record[key]) ? record : Object.fromEntries(entries);
}

/** The object with fields changed; a field given as `undefined` is taken away. */
export function withFields<Target extends object>(
  target: Target,
  fields: { readonly [Key in keyof Target]?: Target[Key] | undefined },
): Target {
  const entries = Object.entries({ ...target, ...fields }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Target;
}

/** A name that is not taken yet: the wish itself, or the wish with the next number after a blank. */
export function freeName(wish: string, taken: Readonly<Record<string, unknown>>): string {
  if (!Object.hasOwn(taken, wish)) return wish;
  let number = 2;
  while (Object.hasOwn(taken, `${wish} ${number}`)) number += 1;
  return `${wish} ${number}`;
}

/** A key that is not taken yet: the stem with the next free number. */
export function freeKey(stem: string, taken: Readonly<Record<string, unknown>>): string {
  let number = 1;
  while (Object.hasOwn(taken, `${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}

/** The value with the part at a path replaced; lists and objects on the way are copied, nothing is changed in place. */
export function replaceAt(value: unknown, path: readonly (string | number)[], next: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return next;
  if (Array.isArray(value)) return value.map((item, index) => (index === key ? replaceAt(item, rest, next) : item));
  const record = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  return { ...record, [key]: replaceAt(record[key], rest, next) };
}

/** The part at a path; `undefined` where the path leads nowhere. */
export function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, key)
        ? (at as Record<string | number, unknown>)[key]
        : undefined,
    value,
  );
}
