/** Without letters that are taken for one another when read from a screen. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password to be typed once, as the server makes them too: three groups of four characters, 59 bits. */
export function makeOneTimePassword(): string {
  return [group(), group(), group()].join('-');
}

function group(): string {
  return Array.from({ length: 4 }, letter).join('');
}

/** Bytes past the last whole round of letters are drawn anew, so that every letter is as likely. */
function letter(): string {
  const rounds = Math.floor(256 / letters.length) * letters.length;
  const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
  return byte < rounds ? letters.charAt(byte % letters.length) : letter();
}
