import type { Pattern, RegexTerm } from './pattern.ts';

/** Whether a text meets a pattern, and what its keys caught. */
export interface PatternMatch {
  readonly matched: boolean;
  /** `ScrKey_<key>` to the text matched; empty unless the pattern as a whole matched. */
  readonly keys: Record<string, string>;
}

/**
 * Applies a pattern to a text. Every term is tried, also where the result is known already, so which keys are attached
 * does not hang on the order of the terms. Of two terms with one key the first that matched counts; under a negation
 * nothing is caught.
 */
export function matchPattern(pattern: Pattern, text: string): PatternMatch {
  const keys = new Map<string, string>();
  let lowerCase: string | undefined;
  const holds = (part: Pattern, catches: boolean): boolean => {
    switch (part.kind) {
      case 'find':
        if (!part.ignoreCase) return text.includes(part.text);
        lowerCase ??= text.toLowerCase();
        return lowerCase.includes(part.text);
      case 'regex':
        return holdsRegex(part, text, catches ? keys : undefined);
      case 'not':
        return !holds(part.operand, false);
      case 'and':
        return part.operands.reduce((all, operand) => holds(operand, catches) && all, true);
      case 'or':
        return part.operands.reduce((any, operand) => holds(operand, catches) || any, false);
    }
  };
  const matched = holds(pattern, true);
  return { matched, keys: matched ? Object.fromEntries(keys) : {} };
}

function holdsRegex(term: RegexTerm, text: string, keys: Map<string, string> | undefined): boolean {
  if (term.key === undefined || keys === undefined) {
    return term.whole ? term.compiled.testExact(text) : term.compiled.test(text);
  }
  const matcher = term.compiled.matcher(text);
  if (!(term.whole ? matcher.matches() : matcher.find())) return false;
  const name = `ScrKey_${term.key}`;
  if (!keys.has(name)) keys.set(name, matcher.group() ?? '');
  return true;
}
