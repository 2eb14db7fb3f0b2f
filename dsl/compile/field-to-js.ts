/** What a field of a strategy's condition may begin with. */
export const fieldRoots = ['interaction', 'contact', 'data', 'vars', 'lastError'] as const;

/** The two halves of a field such as `data.Category`: its root and the key below it; undefined when the root is none. */
export function splitField(field: string): { root: (typeof fieldRoots)[number]; key: string } | undefined {
  const dot = field.indexOf('.');
  const root = fieldRoots.find((one) => one === field.slice(0, dot));
  const key = field.slice(dot + 1);
  return root === undefined || key === '' ? undefined : { root, key };
}

/** The JavaScript that reads a field of a condition. A contact or an error that is missing reads as undefined, as does a field that is none. */
export function fieldToJs(field: string): string {
  const parts = splitField(field);
  if (parts === undefined) return 'undefined';
  const { root, key } = parts;
  const optional = root === 'contact' || root === 'lastError' ? '?.' : '';
  if (/^[A-Za-z_$][\w$]*$/.test(key)) return `${root}${optional === '' ? '.' : optional}${key}`;
  return `${root}${optional}[${JSON.stringify(key)}]`;
}
