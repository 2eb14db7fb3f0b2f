import type { Fragment } from '../block/block.ts';
import type { Diagnostic } from '../errors/diagnostic.ts';
import { parseTemplate } from '../field-code/parse-template.ts';
import { parseSkillExpression } from '../skill-expression/skill-expression.ts';
import { diagnosticAt } from './diagnostic-at.ts';
import { fragmentsOf } from './fragments-of.ts';
import { javascriptProblem } from './javascript-problem.ts';
import type { ReadStrategy } from './read-strategy.ts';

/** JavaScript, skill expressions and field codes among the settings of a strategy's blocks can be read. */
export function checkFragments(read: ReadStrategy): Diagnostic[] {
  return [...read.blocks.values()].flatMap((block) =>
    fragmentsOf(block).flatMap((fragment) => {
      const message = problemOf(fragment);
      const path = ['strategies', read.name, 'blocks', block.id, 'config', ...fragment.path];
      return message === undefined ? [] : [diagnosticAt('error', `check/${fragment.kind}-syntax`, path, message)];
    }),
  );
}

function problemOf({ kind, code }: Fragment): string | undefined {
  switch (kind) {
    case 'expression':
    case 'script': {
      const problem = javascriptProblem(kind, code);
      const what = kind === 'expression' ? 'The expression' : 'The script';
      return problem && `${what} cannot be read at line ${problem.line}, column ${problem.column}: ${problem.message}.`;
    }
    case 'skill-expression': {
      const parsed = parseSkillExpression(code);
      return 'error' in parsed ? `The skill expression ${place(code, parsed.error)}` : undefined;
    }
    case 'field-code': {
      const parsed = parseTemplate(code);
      const [error] = 'errors' in parsed ? parsed.errors : [];
      return error && `The text ${place(code, error)}`;
    }
  }
}

function place(code: string, error: { readonly message: string; readonly at: number }): string {
  const lines = code.slice(0, error.at).split('\n');
  return `cannot be read at line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}: ${error.message}.`;
}
