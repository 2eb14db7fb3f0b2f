import type { Diagnostic } from '../errors/diagnostic.ts';
import { costlyPart } from './costly-pattern.ts';
import { diagnosticAt } from './diagnostic-at.ts';
import { fragmentsOf } from './fragments-of.ts';
import type { ReadStrategy } from './read-strategy.ts';
import { javascriptNodes } from './walk-javascript.ts';

/** Regular expressions in expressions and scripts that can take time beyond all measure. Screening rules cannot: they run on another engine. */
export function checkPatterns(read: ReadStrategy): Diagnostic[] {
  return [...read.blocks.values()].flatMap((block) =>
    fragmentsOf(block).flatMap(({ kind, code, path }) => {
      if (kind !== 'expression' && kind !== 'script') return [];
      // reading the whole code is worth it only where a repeated group is in sight
      if (!/\)[+*{]/.test(code)) return [];
      return patternsIn(kind === 'expression' ? `(\n${code}\n)` : code).flatMap((pattern) => {
        const part = costlyPart(pattern);
        if (part === undefined) return [];
        const message =
          `The pattern ${pattern} can take longer than a strategy may: in "${part}" there are many ways to match the same text; ` +
          'write it without a repetition within a repetition, or use a Screen block, which has no such patterns.';
        const at = ['strategies', read.name, 'blocks', block.id, 'config', ...path];
        return [diagnosticAt('warning', 'check/costly-pattern', at, message)];
      });
    }),
  );
}

/** Patterns written as `/.../` or given to RegExp as text. */
function patternsIn(code: string): string[] {
  return javascriptNodes(code).flatMap((node) => {
    if (node.type === 'Literal' && 'regex' in node) return [(node.regex as { pattern: string }).pattern];
    if ((node.type !== 'NewExpression' && node.type !== 'CallExpression') || !('callee' in node)) return [];
    const callee = node.callee as { type: string; name?: string };
    const [first] = 'arguments' in node ? (node.arguments as { type: string; value?: unknown }[]) : [];
    return callee.name === 'RegExp' && typeof first?.value === 'string' ? [first.value] : [];
  });
}
