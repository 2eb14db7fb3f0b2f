/** What to look for in texts. */
export interface Query {
  readonly text: string;
  readonly isCaseSensitive: boolean;
  /** Only where no letter or digit stands right before or after it. */
  readonly isWholeWord: boolean;
}

/** Where the text is found in another one, from the left, without overlaps; nowhere while the query is empty. */
export function positionsOf(within: string, query: Query): readonly number[] {
  if (query.text === '') return [];
  const [hay, needle] = query.isCaseSensitive
    ? [within, query.text]
    : // letters that grow when they are lowered would shift everything behind them
      [lowered(within), lowered(query.text)];
  const found: number[] = [];
  for (let at = hay.indexOf(needle); at !== -1; at = hay.indexOf(needle, at)) {
    const isWhole = !isWordAt(hay, at - 1) && !isWordAt(hay, at + needle.length);
    if (!query.isWholeWord || isWhole) found.push(at);
    at += needle.length;
  }
  return found;
}

/** The text with everything that was found replaced. */
export function replaceIn(text: string, query: Query, replacement: string): string {
  let result = '';
  let from = 0;
  for (const at of positionsOf(text, query)) {
    result += text.slice(from, at) + replacement;
    from = at + query.text.length;
  }
  return result + text.slice(from);
}

function lowered(text: string): string {
  return Array.from(text)
    .map((letter) => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter))
    .join('');
}

function isWordAt(text: string, at: number): boolean {
  return /[\p{L}\p{N}_]/u.test(text[at] ?? '');
}
