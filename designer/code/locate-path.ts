/** A stretch of a text; lines and columns count from 1. */
export interface TextRange {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/**
 * Where the value at a path stands in a JSON text, or the nearest value around it that is there. The first line for a
 * text that is no JSON.
 */
export function locatePath(text: string, path: readonly (string | number)[]): TextRange {
  const scanner = new Scanner(text);
  const [from, to] = scanner.find(path);
  return { ...placeOf(text, from, ''), ...placeOf(text, to, 'end') } as TextRange;
}

function placeOf(text: string, offset: number, prefix: '' | 'end'): Partial<TextRange> {
  const before = text.slice(0, offset).split('\n');
  const line = before.length;
  const column = (before.at(-1)?.length ?? 0) + 1;
  return prefix === '' ? { line, column } : { endLine: line, endColumn: column };
}

/** Walks a JSON text once, following the path as far as it goes. */
class Scanner {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  find(path: readonly (string | number)[]): [number, number] {
    this.blank();
    const start = this.at;
    const [key, ...rest] = path;
    const opening = this.text[this.at];
    if (key !== undefined && (opening === '{' || opening === '[')) {
      const inner = this.enter(key, opening === '{');
      if (inner !== undefined) return rest.length === 0 && opening === '{' ? this.whole(inner) : this.find(rest);
      return [start, Math.min(start + 1, this.text.length)];
    }
    this.skipValue();
    return [start, Math.max(this.at, start)];
  }

  // moves behind the key or to the item; answers where its key begins
  private enter(key: string | number, isObject: boolean): number | undefined {
    this.at += 1;
    for (let index = 0; this.at < this.text.length; index += 1) {
      this.blank();
      const keyAt = this.at;
      if (this.text[this.at] === '}' || this.text[this.at] === ']') return undefined;
      const name = isObject ? this.readKey() : index;
      this.blank();
      if (name === key) return keyAt;
      this.skipValue();
      this.blank();
      if (this.text[this.at] === ',') this.at += 1;
    }
    return undefined;
  }

  private whole(keyAt: number): [number, number] {
    this.skipValue();
    return [keyAt, this.at];
  }

  private readKey(): string {
    const from = this.at;
    this.skipString();
    const key = this.text.slice(from + 1, this.at - 1);
    this.blank();
    if (this.text[this.at] === ':') this.at += 1;
    return key.includes('\\') ? String(JSON.parse(`"${key}"`)) : key;
  }

  private skipValue(): void {
    let depth = 0;
    for (; this.at < this.text.length; ) {
      const char = this.text[this.at] ?? '';
      if (char === '"') this.skipString();
      else if (depth === 0 && (char === ',' || char === '}' || char === ']')) return;
      else {
        if (char === '{' || char === '[') depth += 1;
        if (char === '}' || char === ']') depth -= 1;
        this.at += 1;
      }
      if (depth === 0 && /[}\]"]/.test(char)) return;
    }
  }

  private skipString(): void {
    this.at += 1;
    while (this.at < this.text.length && this.text[this.at] !== '"') this.at += this.text[this.at] === '\\' ? 2 : 1;
    this.at += 1;
  }

  private blank(): void {
    while (/\s/.test(this.text[this.at] ?? '')) this.at += 1;
  }
}
