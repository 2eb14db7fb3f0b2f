import type { FieldCodeProblem } from './field-code-value.ts';

/** The source of one field code and, for each of its characters, where in the template it stands. */
export interface ScannedCode {
  readonly source: string;
  readonly places: readonly number[];
  readonly at: number;
}

// A rich-text editor writes the delimiters and the quotes between them as entities.
const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&#34;': '"',
  '&amp;': '&',
  '&nbsp;': ' ',
};
const entity = /&(?:lt|gt|quot|apos|#39|#34|amp|nbsp);/y;

/** Cuts a template into plain text and field codes, in plain text (`<$ $>`) and in HTML (`&lt;$ $&gt;`) alike. */
export function scanTemplate(text: string): { parts: (string | ScannedCode)[]; problems: FieldCodeProblem[] } {
  const parts: (string | ScannedCode)[] = [];
  const problems: FieldCodeProblem[] = [];
  let from = 0;
  for (const opening of text.matchAll(/<\$|&lt;\$/g)) {
    if (opening.index < from) continue;
    const code = scanCode(text, opening.index, opening[0]);
    if (code === undefined) {
      problems.push({ at: opening.index, message: 'the field code is not closed with $>' });
      break;
    }
    if (opening.index > from) parts.push(text.slice(from, opening.index));
    parts.push(code.code);
    from = code.end;
  }
  if (from < text.length) parts.push(text.slice(from));
  return { parts, problems };
}

function scanCode(text: string, at: number, opening: string): { code: ScannedCode; end: number } | undefined {
  const isHtml = opening.startsWith('&');
  const places: number[] = [];
  let source = '';
  let quoted = false;
  let escaped = false;
  let place = at + opening.length;
  while (place < text.length) {
    if (!quoted) {
      const closing = text.startsWith('$>', place) ? 2 : isHtml && text.startsWith('$&gt;', place) ? 5 : 0;
      if (closing > 0) return { code: { source, places: [...places, place], at }, end: place + closing };
    }
    const raw = isHtml ? rawCharacter(text, place) : text.charAt(place);
    const character = entities[raw] ?? raw;
    if (character === '"' && !escaped) quoted = !quoted;
    escaped = quoted && character === '\\' && !escaped;
    source += character;
    places.push(place);
    place += raw.length;
  }
  return undefined;
}

function rawCharacter(text: string, place: number): string {
  entity.lastIndex = place;
  return entity.exec(text)?.[0] ?? text.charAt(place);
}
