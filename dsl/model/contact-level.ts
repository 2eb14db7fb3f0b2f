/** How an attribute takes part in identification: its level, 0 the highest of 0 to 127, and whether its level needs it. */
export interface ContactLevel {
  readonly level: number;
  readonly mandatory: boolean;
}

/** Reads `level=<0..127>;mandatory=<bool>`, as options of media types are written; undefined for what is none. */
export function readContactLevel(text: string): ContactLevel | undefined {
  const read = /^\s*level\s*=\s*(\d{1,3})\s*;\s*mandatory\s*=\s*(true|false)\s*;?\s*$/i.exec(text);
  const level = Number(read?.[1]);
  if (read === null || level > 127) return undefined;
  return { level, mandatory: read[2]?.toLowerCase() === 'true' };
}
