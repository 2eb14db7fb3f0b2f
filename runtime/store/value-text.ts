/** A list as PostgreSQL writes an array: `{"a","b",NULL}`. */
export function arrayText(items: readonly unknown[]): string {
  let text = '{';
  for (const item of items) {
    if (text.length > 1) text += ',';
    const written = item === null || item === undefined ? null : scalarText(item);
    text += written === null ? 'NULL' : `"${/["\\]/.test(written) ? written.replace(/["\\]/g, '\\$&') : written}"`;
  }
  return `${text}}`;
}

/** A parameter of a statement: lists as arrays, other objects as JSON, `undefined` as null. */
export function parameterText(value: unknown): string | Uint8Array | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  return Array.isArray(value) ? arrayText(value) : scalarText(value);
}

function scalarText(value: unknown): string {
  if (typeof value === 'string') return value;
  // Numbers and claims are written in JSON as in SQL.
  return value instanceof Date ? value.toISOString() : JSON.stringify(value);
}
