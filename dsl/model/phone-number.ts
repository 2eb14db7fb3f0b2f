/**
 * A phone number without the separators people write, `00` before a country as `+`; undefined for what is none. Two digits are enough: short
 * codes are numbers too.
 */
export function phoneNumber(text: string): string | undefined {
  const bare = text.replaceAll(/[\s()./-]/g, '').replace(/^00/, '+');
  return /^\+?\d{2,20}$/.test(bare) ? bare : undefined;
}
