/** Lays translated texts over the originals, in place, so that whoever imported the originals says the translation. */
export function layOver(original: object, translated: object): void {
  for (const [key, text] of Object.entries(translated)) {
    const before: unknown = Reflect.get(original, key);
    if (isGroup(before) && isGroup(text)) layOver(before, text);
    else Reflect.set(original, key, text);
  }
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
