/** A piece of a text: offsets of its first character and of the one after its last. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Where the value at a path stands in the text of a JSON document; where it is missing, what would hold it. The text must
 * be sound JSON. For markers in an editor and for line numbers on the command line.
 */
export function locateInJson(text: string, path: readonly (string | number)[]): TextRange {
  let at = skipBlanks(text, 0);
  for (const key of path) {
    const next = memberAt(text, at, key);
    if (next === undefined) break;
    at = next;
  }
  return { from: at, to: valueEnd(text, at) };
}

/** Line and column of an offset, both from 1, as editors count. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Offset of the value of a member of the object or list at an offset. */
function memberAt(text: string, start: number, key: string | number): number | undefined {
  const isObject = text[start] === '{';
  if (!isObject && text[start] !== '[') return undefined;
  let at = skipBlanks(text, start + 1);
  for (let index = 0; text[at] !== '}' && text[at] !== ']' && at < text.length; index++) {
    let isWanted = index === key;
    if (isObject) {
      const end = valueEnd(text, at);
      isWanted = JSON.parse(text.slice(at, end)) === String(key);
      // past the colon
      at = skipBlanks(text, skipBlanks(text, end) + 1);
    }
    if (isWanted) return at;
    at = skipBlanks(text, valueEnd(text, at));
    if (text[at] === ',') at = skipBlanks(text, at + 1);
  }
  return undefined;
}

function valueEnd(text: string, start: number): number {
  const first = text[start];
  if (first === '"') return stringEnd(text, start);
  if (first !== '{' && first !== '[') {
    const length = /^[^\s,\]}]*/.exec(text.slice(start))?.[0].length ?? 0;
    return start + length;
  }
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (character === '"') at = stringEnd(text, at) - 1;
    else if (character === '{' || character === '[') depth++;
    else if ((character === '}' || character === ']') && --depth === 0) return at + 1;
  }
  return text.length;
}

function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at + 1;
  }
  return text.length;
}

function skipBlanks(text: string, start: number): number {
  let at = start;
  while (at < text.length && ' \t\r\n'.includes(text.charAt(at))) at++;
  return at;
}
