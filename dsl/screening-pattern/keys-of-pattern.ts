import { parsePattern } from './parse-pattern.ts';
import type { Pattern } from './pattern.ts';

/** Keys of attached data that a screening pattern may set, `ScrKey_` included; none when it cannot be read. Under a negation nothing is caught. */
export function keysOfPattern(text: string): readonly string[] {
  const parsed = parsePattern(text);
  return 'errors' in parsed ? [] : [...new Set(keysIn(parsed.pattern))];
}

function keysIn(pattern: Pattern): string[] {
  switch (pattern.kind) {
    case 'and':
    case 'or':
      return pattern.operands.flatMap(keysIn);
    case 'regex':
      return pattern.key === undefined ? [] : [`ScrKey_${pattern.key}`];
    case 'find':
    case 'not':
      return [];
  }
}
