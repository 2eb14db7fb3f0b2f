import { closing, programLine } from './quote-patterns.ts';

// RFC 3676 4.3: two dashes and a blank; the blank is often lost
const delimiter = /^--\s?$/;

// what people and lists put there instead, and in their texts as well
const looseDelimiter = /^\s{0,3}(?:[-_=+*–—]{2,80}|[–—])\s{0,3}$/;

// a name, a position, a company, an address, three ways to call
const maxLooseLines = 8;
const maxClosingLines = 12;
const maxLooseLineLength = 80;

// at least five words and the end of a sentence, or a postscript
const sentence = /^(?:\S{1,60}\s{1,9}){4,}\S{0,60}[.?!]$|^p\.? ?s\b/i;

/** The lines without the signature at their end: from a delimiter, a closing or a line of the mail program on. */
export function withoutSignature(lines: readonly string[]): readonly string[] {
  const start = lines.findIndex((_line, at) => at > 0 && startsSignature(lines, at));
  return start > 0 && lines.slice(0, start).some((line) => line.trim() !== '')
    ? lines.slice(0, start)
    : withoutAll(lines);
}

/** A passage that is nothing but a signature, as one below a quote. */
function withoutAll(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line.trim() !== '');
  const isOne = first >= 0 && !programLine.test(lines[first] ?? '') && startsSignature(lines, first);
  return isOne ? [] : lines;
}

function startsSignature(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  if (line.length > 160 || line.trim() === '') return false;
  if (delimiter.test(line)) return true;
  if (isLooseSignature(lines, at)) return true;
  if (programLine.test(line.trim())) return isAlone(lines, at);
  return closing.test(line.trim()) && areShort(lines, at + 1, maxClosingLines);
}

function isLooseSignature(lines: readonly string[], at: number): boolean {
  return looseDelimiter.test(lines[at] ?? '') && areShort(lines, at + 1, maxLooseLines);
}

/** Few short lines until the end, no sentences, and no postscript. */
function areShort(lines: readonly string[], from: number, most: number): boolean {
  let count = 0;
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at]?.trim() ?? '';
    if (line === '') continue;
    count += 1;
    if (count > most || line.length > maxLooseLineLength || sentence.test(line)) return false;
  }
  return count > 0;
}

function isAlone(lines: readonly string[], at: number): boolean {
  const before = lines[at - 1]?.trim() ?? '';
  const after = lines[at + 1]?.trim() ?? '';
  return (
    (before === '' || looseDelimiter.test(before)) &&
    (after === '' || looseDelimiter.test(after) || after.startsWith('<'))
  );
}
