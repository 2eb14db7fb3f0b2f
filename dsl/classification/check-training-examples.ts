import type { Diagnostic } from '../errors/diagnostic.ts';
import { hasWords } from './extract-features.ts';
import type { TrainingExample } from './model.ts';

/** Below this a category is mostly guessed; measured sets have 30 and more. */
const advisedExamples = 10;

/**
 * What keeps examples from being trained on, as errors, and what will make a poor model, as warnings. Paths lead to the
 * example by its index, from 0, and to `text` or `category` within. Real sets have texts of nothing but signs and categories
 * that occurred once: training passes over the former and takes the latter.
 */
export function checkTrainingExamples(examples: readonly TrainingExample[]): Diagnostic[] {
  const counts = new Map<string, number>();
  const diagnostics: Diagnostic[] = [];
  for (const [index, { text, category }] of examples.entries()) {
    if (category.trim() === '') {
      diagnostics.push(problem('missing-category', [index, 'category'], `Example ${index + 1} has no category.`));
    } else if (!hasWords(text)) {
      const message = `Example ${index + 1} has no words to learn from and is passed over.`;
      diagnostics.push(warning('empty-text', [index, 'text'], message));
    } else counts.set(category, (counts.get(category) ?? 0) + 1);
  }
  if (counts.size < 2) {
    const message = `The examples have ${counts.size === 1 ? 'one category' : 'no category'}; a model needs at least two.`;
    diagnostics.push(problem('too-few-categories', [], message));
  }
  for (const [category, count] of counts) {
    if (count < advisedExamples) {
      const message = `Category "${category}" has ${count === 1 ? 'one example' : `${count} examples`}; with fewer than ${advisedExamples} it is mostly guessed.`;
      diagnostics.push(warning('few-examples', [], message));
    }
  }
  return diagnostics;
}

function problem(code: string, path: (string | number)[], message: string): Diagnostic {
  return { code: `classification/${code}`, severity: 'error', path, message };
}

function warning(code: string, path: (string | number)[], message: string): Diagnostic {
  return { ...problem(code, path, message), severity: 'warning' };
}
