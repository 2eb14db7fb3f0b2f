import { readFile } from 'node:fs/promises';
import type { TrainingExample } from '#dsl/model/classification-model.ts';
import { CodedError, textOf } from '#dsl/errors/coded-error.ts';
import { readExamples } from '#runtime/knowledge/read-examples.ts';

/** Labelled texts from a CSV file. Throws `document/unreadable`, with the line where there is one. */
export async function readExamplesFile(file: string): Promise<TrainingExample[]> {
  try {
    return readExamples(await readFile(file, 'utf8'));
  } catch (error) {
    const reason = textOf(error).replace(/\.$/, '');
    throw new CodedError('document/unreadable', { file, reason }, { cause: error });
  }
}
