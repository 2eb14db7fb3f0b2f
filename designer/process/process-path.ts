/** Address of a process on the server. */
export function processPath(name: string): string {
  return `/api/processes/${encodeURIComponent(name)}`;
}

/** Key of the query that holds a process with its draft. */
export function processKey(name: string): readonly string[] {
  return ['process', name];
}

/** Key of the query that holds the versions of a process. */
export function versionsKey(name: string): readonly string[] {
  return ['versions', name];
}
