/** A name that the language accepts, close to the one given: one line, without blanks around it, at most 128 characters. */
export function legalName(name: string, otherwise: string): string {
  // a lone half of a character pair would not survive the way through UTF-8
  const line = name.toWellFormed().replace(/\s+/gu, ' ').trim().slice(0, 120).toWellFormed().trim();
  return line === '' || line === '__proto__' ? otherwise : line;
}

/** A name nobody has yet: the one given, or with a number behind it. Takes it. */
export function freshLegalName(name: string, otherwise: string, taken: Set<string>): string {
  const base = legalName(name, otherwise);
  return take(base, ' ', taken);
}

/** An id for a block, made from its name: lower-case letters, digits and hyphens. Takes it. */
export function freshBlockId(name: string, otherwise: string, taken: Set<string>): string {
  const spaced = name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .normalize('NFKD')
    .toLowerCase();
  const slug = spaced
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 48)
    .replace(/-+$/, '');
  const base = slug === '' ? otherwise : slug;
  return take(base, '-', taken);
}

/** A name for an exit of a script: letters, digits, hyphens and underscores, beginning with a letter. Takes it. */
export function freshExit(name: string, taken: Set<string>): string {
  const plain = name
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .replace(/^[^A-Za-z]+/, '')
    .replace(/-+$/, '')
    .slice(0, 56);
  const base = plain === '' ? `branch${/^\d{1,9}$/.test(name) ? `-${name}` : ''}` : plain;
  return take(base, '-', taken);
}

/** The last number behind each name, so that ten thousand blocks of one name are not counted through again for each. */
const numbers = new WeakMap<Set<string>, Map<string, number>>();

function take(base: string, between: string, taken: Set<string>): string {
  const last = numbers.get(taken) ?? new Map<string, number>();
  numbers.set(taken, last);
  let number = last.get(base) ?? 1;
  let fresh = number === 1 ? base : `${base}${between}${number}`;
  while (taken.has(fresh)) {
    number += 1;
    fresh = `${base}${between}${number}`;
  }
  last.set(base, number);
  taken.add(fresh);
  return fresh;
}
