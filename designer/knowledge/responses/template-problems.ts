import { parseTemplate } from '#dsl/field-code/parse-template.ts';
import { scanTemplate } from '#dsl/field-code/scan-template.ts';
import type { TextProblem } from '../../kit/form/marked-text.tsx';
import type { TextMark } from '../../kit/form/text-pieces.ts';

/** Where the field codes of a text stand, and what is wrong with them. */
export interface TemplateReading {
  readonly marks: readonly TextMark[];
  readonly problems: readonly TextProblem[];
}

interface CodePlace {
  readonly at: number;
  readonly end: number;
  readonly source: string;
}

/** Reads the field codes of a plain text as the runtime will. */
export function readTemplate(text: string): TemplateReading {
  const codes = codesOf(text);
  const parsed = parseTemplate(text);
  const problems = 'errors' in parsed ? parsed.errors : [];
  return {
    marks: codes.map(({ at, end }) => ({ kind: 'code', at, length: end - at })),
    problems: problems.map(({ at, message }) => {
      const code = codes.find((one) => at >= one.at && at < one.end);
      // a code that is not closed is marked to the end of its line
      const end = code === undefined ? lineEnd(text, at) : code.end - 2;
      return { kind: 'error', at, length: Math.max(1, end - at), message: sentence(message) };
    }),
  };
}

/** What is wrong with the field codes of an HTML text, each with the code as people wrote it. */
export function readHtmlTemplate(html: string): readonly { readonly code: string; readonly message: string }[] {
  const codes = codesOf(html);
  const parsed = parseTemplate(html);
  if (!('errors' in parsed)) return [];
  return parsed.errors.map(({ at, message }) => {
    const code = codes.find((one) => at >= one.at && at < one.end);
    return { code: code === undefined ? '<$' : `<$${code.source}$>`, message: sentence(message) };
  });
}

/** Line and character of a place, as editors count: from 1. */
export function lineAndCharacter(text: string, at: number): { readonly line: number; readonly character: number } {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, character: (before.at(-1)?.length ?? 0) + 1 };
}

function codesOf(text: string): readonly CodePlace[] {
  return scanTemplate(text).parts.flatMap((part) => {
    if (typeof part === 'string') return [];
    const closing = part.places.at(-1) ?? part.at;
    return [{ at: part.at, end: closing + (text.startsWith('$>', closing) ? 2 : 5), source: part.source }];
  });
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

function sentence(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}`;
}
