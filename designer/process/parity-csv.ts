import type { ParityReport } from '#dsl/protocol/composer.ts';
import { composer as t } from '../kit/messages/en/composer.ts';

/** The report as a table for a spreadsheet (RFC 4180), a line for each block. */
export function parityCsv({ items }: ParityReport): string {
  const rows = items.map(({ file, diagram, name, type, level, ours, reasons }) => [
    file,
    diagram,
    name,
    type,
    t.levels[level],
    t.becomes(t.kinds[ours.kind], ours.name),
    ours.block ?? '',
    reasons.join(' '),
  ]);
  return [t.csvColumns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** A cell that a spreadsheet would take for a formula is text to it by the apostrophe in front. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
