import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { CodedError } from '#dsl/errors/coded-error.ts';
import { type TrainingExample, trainingExampleSchema } from '#dsl/model/classification-model.ts';

/** Most texts a model is trained on. */
const maxExamples = 100_000;

/**
 * Training texts from CSV with a header line that names the columns `text` and `category`, in any order and among others;
 * separated by commas, semicolons or tabs. Throws `request/invalid`, which names the line.
 */
export function readExamples(csv: string): TrainingExample[] {
  const records = readCsv(csv);
  if (records.length === 0) throw invalid('a header line and at least one text');
  if (records.length > maxExamples) throw invalid(`at most ${maxExamples} texts, not ${records.length}`);
  return records.map(({ record, line }) => {
    const example = trainingExampleSchema.safeParse({ text: record['text'], category: record['category']?.trim() });
    if (example.success) return example.data;
    const field = String(example.error.issues[0]?.path[0] ?? 'text');
    throw invalid(`a ${field} in line ${line} that is neither empty nor longer than the limit`);
  });
}

interface ReadRecord {
  readonly record: Readonly<Record<string, string>>;
  readonly line: number;
}

function readCsv(csv: string): ReadRecord[] {
  const [header = ''] = csv.replace(/^\uFEFF/, '').split(/\r?\n/, 1);
  const delimiter = [';', '\t'].find((mark) => header.includes(mark)) ?? ',';
  const columns = (names: string[]): string[] => names.map((name) => name.trim().toLowerCase());
  const named = columns(header.replaceAll('"', '').split(delimiter));
  if (!named.includes('text') || !named.includes('category'))
    throw invalid('a first line that names the columns, text and category among them');
  try {
    const rows: { record: Record<string, string>; info: { lines: number } }[] = parse(csv, {
      bom: true,
      columns,
      delimiter,
      info: true,
      relax_column_count_less: true,
      skip_empty_lines: true,
    });
    return rows.map(({ record, info }) => ({ record, line: info.lines }));
  } catch (cause) {
    throw invalid(faultOf(cause), cause);
  }
}

function faultOf(cause: unknown): string {
  const { lines, code } = z.object({ lines: z.number(), code: z.string() }).partial().catch({}).parse(cause);
  const line = lines === undefined ? 'each line' : `line ${lines}`;
  if (code === 'CSV_RECORD_INCONSISTENT_COLUMNS')
    return `no more fields in ${line} than the first line names; a text with commas stands in quotes`;
  return `quotes that are closed and no quotes within other texts (${line})`;
}

function invalid(expected: string, cause?: unknown): CodedError {
  return new CodedError('request/invalid', { field: 'csv', expected }, { cause });
}
