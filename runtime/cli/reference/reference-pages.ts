import { businessProcessJsonSchema, bundleJsonSchema } from '#dsl/document/json-schema.ts';
import { blocksPage } from './blocks-page.ts';
import { errorsPage } from './errors-page.ts';
import { functionsPage } from './functions-page.ts';
import { lifecyclePage } from './lifecycle-page.ts';

/** Every generated page of the documentation: its path from the root and its text. */
export function referencePages(): ReadonlyMap<string, string> {
  return new Map([
    ['docs/reference/blocks.md', blocksPage()],
    ['docs/reference/errors.md', errorsPage()],
    ['docs/reference/functions.md', functionsPage()],
    ['docs/reference/lifecycle.md', lifecyclePage()],
    ['docs/reference/business-process.schema.json', `${JSON.stringify(businessProcessJsonSchema(), null, 2)}\n`],
    ['docs/reference/bundle.schema.json', `${JSON.stringify(bundleJsonSchema(), null, 2)}\n`],
  ]);
}
