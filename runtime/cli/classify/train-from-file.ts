import { checkTrainingExamples } from '#dsl/classification/check-training-examples.ts';
import { trainModel } from '#dsl/classification/train-model.ts';
import { textOf } from '#dsl/errors/coded-error.ts';
import { writeModelFolder } from './model-folder.ts';
import { readExamplesFile } from './read-examples-file.ts';

/** As many warnings as still get read. */
const mostWarnings = 10;

/**
 * `npm run classify -- train`: learns from a CSV file and writes the model into a directory. Answers 1 when the texts cannot be
 * learned from; throws when the file cannot be read.
 */
export async function trainFromFile(file: string, directory: string, asJson: boolean): Promise<number> {
  const examples = await readExamplesFile(file);
  warn(checkTrainingExamples(examples).map(({ message }) => message));
  const startedAt = performance.now();
  let model: ReturnType<typeof trainModel>['model'];
  try {
    ({ model } = trainModel(examples));
  } catch (error) {
    process.stderr.write(`${textOf(error)}\n`);
    return 1;
  }
  const trainSeconds = Number(((performance.now() - startedAt) / 1000).toFixed(2));
  const { bytes } = await writeModelFolder(directory, model, { trainSeconds, examples: examples.length });
  const peakMemoryMiB = Math.round(process.resourceUsage().maxRSS / 1024);
  const categories = model.categories.length;
  process.stdout.write(
    asJson
      ? `${JSON.stringify({ examples: examples.length, categories, trainSeconds, bytes, peakMemoryMiB })}\n`
      : `Learned ${categories} categories from ${examples.length} texts in ${trainSeconds} s: ${directory}, ${Math.ceil(bytes / 1024)} KiB.\n`,
  );
  return 0;
}

function warn(messages: readonly string[]): void {
  for (const message of messages.slice(0, mostWarnings)) process.stderr.write(`${message}\n`);
  const rest = messages.length - mostWarnings;
  if (rest > 0) process.stderr.write(`... and ${rest} more.\n`);
}
