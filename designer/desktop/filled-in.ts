import { Mark } from '@tiptap/react';
import { parseTemplate } from '#dsl/field-code/parse-template.ts';

const attribute = 'data-filled';

/** In the editor: text that came from a field code. It is seen while the reply is written, and not sent. */
export const FilledIn = Mark.create({
  name: 'filledIn',
  inclusive: false,
  parseHTML: () => [{ tag: `span[${attribute}]` }],
  renderHTML: () => ['span', { [attribute]: '' }, 0],
});

/**
 * A response with its field codes filled in, each filled-in text marked. `template` is what the response says, `filled` what
 * the server made of it; where the two cannot be laid side by side, the text comes back unmarked.
 */
export function markFilledIn(template: string, filled: string): string {
  const parsed = parseTemplate(template);
  if ('errors' in parsed) return filled;
  const { parts } = parsed.template;
  let at = 0;
  let marked = '';
  for (const [index, part] of parts.entries()) {
    if (typeof part === 'string') {
      if (!filled.startsWith(part, at)) return filled;
      marked += part;
      at += part.length;
      continue;
    }
    const next = parts[index + 1];
    // codes that touch cannot be told apart; the last of them takes all
    if (next !== undefined && typeof next !== 'string') continue;
    const end = endOf(filled, at, { next, isLast: index + 2 >= parts.length });
    if (end < at) return filled;
    marked += wrapped(filled.slice(at, end), marked);
    at = end;
  }
  return at === filled.length ? marked : filled;
}

// the end of the whole is certain; a text in its middle may also stand inside what was filled in
function endOf(filled: string, at: number, literal: { next: string | undefined; isLast: boolean }): number {
  const { next = '', isLast } = literal;
  if (!isLast) return filled.indexOf(next, at);
  return filled.endsWith(next) ? filled.length - next.length : -1;
}

/** The reply as it is sent: the same text without the marks. */
export function withoutMarks(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const mark of page.querySelectorAll(`[${attribute}]`)) mark.replaceWith(...mark.childNodes);
  return page.body.innerHTML;
}

function wrapped(value: string, before: string): string {
  const isInsideTag = before.lastIndexOf('<') > before.lastIndexOf('>');
  return value === '' || isInsideTag || /[<\n]/.test(value) ? value : `<span ${attribute}="">${value}</span>`;
}
