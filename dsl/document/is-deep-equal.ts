/** Whether two JSON values say the same; the order of keys says nothing, a key set to undefined is none. */
export function isDeepEqual(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const leftKeys = definedKeys(left);
  if (leftKeys.length !== definedKeys(right).length) return false;
  return leftKeys.every(
    (key) => Object.hasOwn(right, key) && isDeepEqual(left[key as keyof typeof left], right[key as keyof typeof right]),
  );
}

function definedKeys(value: object): string[] {
  return Object.keys(value).filter((key) => value[key as keyof typeof value] !== undefined);
}
