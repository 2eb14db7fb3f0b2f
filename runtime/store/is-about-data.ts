/**
 * True for an error of the database that speaks of what was to be stored: SQLSTATE classes 22 data exception, 23 integrity
 * constraint violation and 54 program limit exceeded. Trying the same again is no use.
 */
export function isAboutData(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^(?:22|23|54)...$/.test(code);
}
