/** A text without what only its owner may know, and the names of what was taken out. */
export interface Cleaned {
  readonly text: string;
  readonly names: readonly string[];
}

const words =
  'pass(?:word|wd|phrase)|pwd|secret|api[-_]?key|access[-_]?key|private[-_]?key|subscription[-_]?key|functions[-_]?key|' +
  'credentials?|(?:access|auth|bearer|refresh|security|session|csrf|api)[-_]?token|authorization|client[-_]?secret';
// begins at the edge of a word, so that long texts are looked through in one go
const secretName = `\\b[\\w.$-]{0,40}?(?:${words})(?:[-_]?(?:key|value|id))?`;
const exactName = `token|auth|sig|signature|pass|api_?id|key`;
const isSecret = new RegExp(`^(?:${secretName}|token|sig|pass|x-auth|auth)$`, 'i');

/** True for the name of a setting, a header or a parameter that carries a secret by the look of it. */
export function isSecretName(name: string): boolean {
  return isSecret.test(name.trim());
}

const blank = /^\s*(?:undefined|null|true|false|enter value|variable\(.*\)|expression\(.*\)|\*+|)\s*$/i;

/** True for a text that stands where a secret was to be filled in, and is none. */
export function isBlank(text: string): boolean {
  return blank.test(text);
}

/** Where secrets stand in texts; the first group is what is kept before, the second the name, the third the secret. */
const places: readonly RegExp[] = [
  // ?key=… in an address
  new RegExp(`([?&](${secretName}|${exactName})=)([^&#\\s"'<>\\\\]+)`, 'gi'),
  // user:password@ in an address
  /(:\/\/([^\s/:@"'<>]{1,100}):)([^\s/@"'<>\\]{1,200})(?=@)/g,
  // name = 'literal' and "name": "literal" in code and JSON
  new RegExp(`((${secretName})["']?\\]?\\s{0,5}[:=]\\s{0,5}\\(?\\s{0,5}")((?:[^"\\\\\\n]|\\\\.){2,2000})(?=")`, 'gi'),
  new RegExp(`((${secretName})["']?\\]?\\s{0,5}[:=]\\s{0,5}\\(?\\s{0,5}')((?:[^'\\\\\\n]|\\\\.){2,2000})(?=')`, 'gi'),
  // name="…" value="…" in XML that is kept as text
  new RegExp(`((?:name|key)="(${secretName}|token)"[^<>]{0,500}?\\bvalue=")([^"<>]+)(?=")`, 'gi'),
  new RegExp(`(<(${secretName})>)([^<>\\s][^<>]{0,2000})(?=<)`, 'gi'),
  // a token as RFC 6750 and 7617 write it, and signed ones by their look
  /(\b(Bearer|Basic)\s{1,3})(?=[\w.~+/=-]*[\d=])([\w.~+/=-]{12,})/g,
  /()\b(eyJ[\w-]{8,})(\.[\w-]{8,}\.[\w-]{8,})/g,
];

const hint = /pass|pwd|secret|key|token|auth|credential|bearer|basic|sig|api|eyJ|:\/\//i;

/** The text with every secret in it blanked. Most texts hold none and come back as they are. */
export function withoutSecrets(text: string): Cleaned {
  if (!hint.test(text)) return { text, names: [] };
  const names: string[] = [];
  let cleaned = text;
  for (const place of places) {
    cleaned = cleaned.replace(place, (whole: string, before: string, name: string, secret: string) => {
      if (isBlank(secret)) return whole;
      names.push(name.startsWith('eyJ') ? 'a signed token' : name);
      return before;
    });
  }
  return { text: cleaned, names };
}
