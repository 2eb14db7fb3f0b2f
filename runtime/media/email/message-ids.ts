/** Message-IDs in a header value, with their angle brackets. */
export function messageIds(value: string | undefined): string[] {
  // RFC 5322 3.6.4 wants angle brackets; a third of what lacks them is still an id
  const bracketed = value?.match(/<[^<>\s]{1,900}>/g);
  if (bracketed) return bracketed;
  const bare = value?.trim() ?? '';
  return /^[^<>\s]{1,900}$/.test(bare) ? [`<${bare}>`] : [];
}
