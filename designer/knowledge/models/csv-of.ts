import type { TrainingExample } from '#dsl/model/classification-model.ts';

/** Training texts as CSV (RFC 4180), as they can be given back. */
export function csvOf(examples: readonly TrainingExample[]): string {
  const lines = examples.map(({ text, category }) => `${quoted(text)},${quoted(category)}`);
  return ['text,category', ...lines, ''].join('\r\n');
}

function quoted(value: string): string {
  return `"${value.replaceAll('"', '""')}"`;
}
