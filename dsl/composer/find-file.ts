import { baseName } from './project-file.ts';

/**
 * Finds what a reference of a diagram means among things that are kept by path: the same path, then the end of one, then the
 * name alone, for code that Composer generated of it; upper and lower case alike, as on the machines it runs on.
 */
export function createFinder<Found>(byPath: ReadonlyMap<string, Found>): (reference: string) => Found | undefined {
  const paths = [...byPath.keys()].map((path) => ({ path, lower: path.toLowerCase() }));
  const known = new Map<string, Found | undefined>();
  const find = (reference: string): Found | undefined => {
    const wanted = cleaned(reference);
    if (wanted === '') return undefined;
    const name = baseName(wanted);
    const found =
      paths.find(({ lower }) => lower === wanted) ??
      paths.find(({ lower }) => lower.endsWith(`/${wanted}`)) ??
      paths.find(({ lower }) => wanted.endsWith(`/${lower}`)) ??
      paths.find(({ lower }) => baseName(lower) === name);
    return found === undefined ? undefined : byPath.get(found.path);
  };
  return (reference) => {
    if (!known.has(reference)) known.set(reference, find(reference));
    return known.get(reference);
  };
}

function cleaned(reference: string): string {
  return reference
    .replace(/^['"]|['"]$/g, '')
    .replace(/[?#].*$/s, '')
    .replaceAll('\\', '/')
    .replace(/^\/+/, '')
    .toLowerCase();
}
