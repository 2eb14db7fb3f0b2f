import type { Pattern } from '#dsl/screening-pattern/pattern.ts';
import { knowledge } from '../../kit/messages/en/knowledge.ts';

const t = knowledge.rules.words;

/** A pattern as a sentence, with parentheses wherever reading it aloud could mean two things. */
export function patternWords(pattern: Pattern): string {
  switch (pattern.kind) {
    case 'find':
      return t.find(pattern.text, pattern.ignoreCase);
    case 'regex': {
      const words = pattern.whole ? t.regexMatch : t.regexFind;
      const key = pattern.key === undefined ? '' : t.key(pattern.key);
      return `${words(pattern.source, pattern.ignoreCase)}${key}`;
    }
    case 'not':
      return t.not(patternWords(pattern.operand));
    case 'and':
    case 'or':
      return pattern.operands.map(grouped).join(pattern.kind === 'and' ? t.and : t.or);
  }
}

function grouped(operand: Pattern): string {
  const words = patternWords(operand);
  return operand.kind === 'and' || operand.kind === 'or' ? t.group(words) : words;
}
