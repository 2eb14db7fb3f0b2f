import type { Diagnostic } from '../errors/diagnostic.ts';
import { extractFeatures } from './extract-features.ts';
import type { TrainingExample } from './model.ts';

/** A category needs one example to learn from and one to be tested on. */
const fewestExamples = 2;
/** Below this a category is mostly guessed; measured sets have 30 and more. */
const advisedExamples = 10;

/**
 * What keeps examples from being trained on, as errors, and what will make a poor model, as warnings. Paths lead to the
 * example by its index, from 0, and to `text` or `category` within.
 */
export function checkTrainingExamples(examples: readonly TrainingExample[]): Diagnostic[] {
  const counts = new Map<string, number>();
  const diagnostics: Diagnostic[] = [];
  for (const [index, { text, category }] of examples.entries()) {
    if (category.trim() === '') {
      diagnostics.push(problem('missing-category', [index, 'category'], `Example ${index + 1} has no category.`));
    } else if (extractFeatures(text).words.size === 0) {
      diagnostics.push(problem('empty-text', [index, 'text'], `Example ${index + 1} has no words to learn from.`));
    } else counts.set(category, (counts.get(category) ?? 0) + 1);
  }
  if (counts.size < 2) {
    const message = `The examples have ${counts.size === 1 ? 'one category' : 'no category'}; a model needs at least two.`;
    diagnostics.push(problem('too-few-categories', [], message));
  }
  for (const [category, count] of counts) {
    if (count < fewestExamples) {
      const message = `Category "${category}" has one example; a model needs at least ${fewestExamples} of each.`;
      diagnostics.push(problem('too-few-examples', [], message));
    } else if (count < advisedExamples) {
      const message = `Category "${category}" has ${count} examples; with fewer than ${advisedExamples} it is mostly guessed.`;
      diagnostics.push({ ...problem('few-examples', [], message), severity: 'warning' });
    }
  }
  return diagnostics;
}

function problem(code: string, path: (string | number)[], message: string): Diagnostic {
  return { code: `classification/${code}`, severity: 'error', path, message };
}
