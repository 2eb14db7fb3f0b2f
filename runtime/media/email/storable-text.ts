/** Text that PostgreSQL takes, as text and as JSON: no NUL, no lone surrogate; cut to `maxLength` UTF-16 units if given. */
export function storableText(text: string, maxLength = Number.POSITIVE_INFINITY): string {
  const cut = text.length > maxLength ? text.slice(0, maxLength) : text;
  // after the cut: it may have parted a surrogate pair
  return cut.replaceAll('\0', '').toWellFormed();
}

/** Text for one line: control characters (line breaks among them) become spaces, ends trimmed, cut to `maxLength`. */
export function storableLine(text: string, maxLength: number): string {
  // no need to look at more than a few times what is kept
  const line = text.slice(0, maxLength * 4).replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
  return storableText(line.trim(), maxLength).trim();
}
