import { expect, test } from 'vitest';
import { checkDocument } from '../check/parse-business-process.ts';
import { compileStrategy } from '../compile/compile-strategy.ts';
import { layoutSchema } from '../document/layout.ts';
import { saveDraftSchema } from '../protocol/processes.ts';
import { processTemplates } from './process-templates.ts';

test.each(Object.entries(processTemplates))('%s is a draft without problems whose strategies compile', (_, make) => {
  const process = make('New one');

  const saved = saveDraftSchema.parse({ draft: process, layout: layoutSchema.parse({}), revision: 1 });
  expect(checkDocument(saved.draft).diagnostics).toEqual([]);
  expect(process.name).toBe('New one');
  for (const strategy of Object.keys(process.strategies)) {
    expect(() => compileStrategy(process, strategy), strategy).not.toThrow();
  }
});
