/** A name that the language accepts, close to the one given: one line, without blanks around it, at most 128 characters. */
export function legalName(name: string, otherwise: string): string {
  // a lone half of a character pair would not survive the way through UTF-8
  const line = name.toWellFormed().replace(/\s+/gu, ' ').trim().slice(0, 120).toWellFormed().trim();
  return line === '' || line === '__proto__' ? otherwise : line;
}

/** A name nobody has yet: the one given, or with a number behind it. Takes it. */
export function freshLegalName(name: string, otherwise: string, taken: Set<string>): string {
  const base = legalName(name, otherwise);
  let fresh = base;
  for (let number = 2; taken.has(fresh); number += 1) fresh = `${base} ${number}`;
  taken.add(fresh);
  return fresh;
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
  let fresh = base;
  for (let number = 2; taken.has(fresh); number += 1) fresh = `${base}-${number}`;
  taken.add(fresh);
  return fresh;
}

/** A name for an exit of a script: letters, digits, hyphens and underscores, beginning with a letter. Takes it. */
export function freshExit(name: string, taken: Set<string>): string {
  const plain = name
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .replace(/^[^A-Za-z]+/, '')
    .replace(/-+$/, '')
    .slice(0, 56);
  const base = plain === '' ? `branch${/^\d{1,9}$/.test(name) ? `-${name}` : ''}` : plain;
  let fresh = base;
  for (let number = 2; taken.has(fresh); number += 1) fresh = `${base}-${number}`;
  taken.add(fresh);
  return fresh;
}
