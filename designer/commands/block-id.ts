/**
 * An id for a new block, made once from its name or type: lower-case, short, unlike those taken. Ids only need to be
 * stable, so a later change of the name leaves them alone.
 */
export function newBlockId(wish: string, taken: Readonly<Record<string, unknown>>): string {
  const plain = wish
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  const id = plain === '' ? 'block' : plain;
  if (!Object.hasOwn(taken, id)) return id;
  let number = 2;
  while (Object.hasOwn(taken, `${id}-${number}`)) number += 1;
  return `${id}-${number}`;
}
