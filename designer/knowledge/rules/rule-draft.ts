import type { z } from 'zod';
import { screeningRuleDocumentSchema } from '#dsl/document/bundle.ts';
import { parsePattern } from '#dsl/screening-pattern/parse-pattern.ts';
import type { ScreeningRule } from '#dsl/screening-pattern/screening-rule.ts';
import type { FieldProblems } from '../../kit/form/issue-words.ts';
import type { TextProblem } from '../../kit/form/marked-text.tsx';
import { knowledge } from '../../kit/messages/en/knowledge.ts';
import { languageName } from '../language-field.tsx';

const t = knowledge.rules;

/** A screening rule as it is kept. */
export type KeptRule = z.infer<typeof screeningRuleDocumentSchema>;

/** What the form of a rule holds. */
export interface RuleDraft {
  readonly name: string;
  readonly pattern: string;
  readonly fields: KeptRule['fields'];
  readonly join: KeptRule['join'];
  readonly language: string;
  readonly order: number | undefined;
  readonly enabled: boolean;
  readonly categories: readonly string[];
}

/** The draft of a new rule: one that looks at subject and body. */
export const newRuleDraft: RuleDraft = {
  name: '',
  pattern: '',
  fields: { subject: true, body: true, header: false },
  join: 'or',
  language: '',
  order: undefined,
  enabled: true,
  categories: [],
};

/** The draft of a rule that is kept. */
export function keptRuleDraft({ language, order, categories, ...rest }: KeptRule): RuleDraft {
  return { ...rest, language: language ?? '', order, categories: categories ?? [] };
}

/** What is sent of a draft; what says nothing is left out. */
export function ruleBody({ language, order, categories, ...rest }: RuleDraft): Record<string, unknown> {
  return {
    ...rest,
    ...(language !== '' && { language }),
    ...(order !== undefined && { order }),
    ...(categories.length > 0 && { categories }),
  };
}

/** What is wrong beyond the schema, and what the form says in other words than it. */
export function checkRule(draft: RuleDraft, kept: KeptRule | undefined, names: readonly string[]): FieldProblems {
  const { subject, body, header } = draft.fields;
  return {
    ...(kept === undefined && names.includes(draft.name) && { name: t.taken }),
    ...(draft.language !== '' && languageName(draft.language) === undefined && { language: knowledge.languageWrong }),
    ...(!subject && !body && !header && { fields: t.fieldsMissing }),
  };
}

/** What is wrong with a pattern, and what in it may surprise, each at its character. Says nothing of an empty one. */
export function patternProblems(pattern: string): readonly TextProblem[] {
  if (pattern.trim() === '') return [];
  const parsed = parsePattern(pattern);
  if ('errors' in parsed) return parsed.errors.map((problem) => ({ ...problem, kind: 'error' }));
  return parsed.warnings.map((problem) => ({ ...problem, kind: 'warning' }));
}

/** The rule of a draft as the runtime applies it; `undefined` while its pattern cannot be read or it looks at nothing. */
export function usableRule(draft: RuleDraft): ScreeningRule | undefined {
  const rule = screeningRuleDocumentSchema.safeParse({ ...ruleBody(draft), name: draft.name.trim() || t.createTitle });
  return rule.data;
}
