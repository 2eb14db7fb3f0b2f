import { z } from 'zod';
import { CodedError } from '../errors/coded-error.ts';
import { matchPattern, type PatternMatch } from './match-pattern.ts';
import { parsePattern } from './parse-pattern.ts';
import type { Pattern } from './pattern.ts';

/** A rule of the knowledge base: which interactions a pattern recognises, and the categories it then gives them. */
export const screeningRuleSchema = z.strictObject({
  name: z.string().min(1).optional().meta({ title: 'Name' }),
  pattern: z
    .string()
    .superRefine((pattern, context) => {
      const parsed = parsePattern(pattern);
      if (!('errors' in parsed)) return;
      for (const { message, at } of parsed.errors) {
        context.addIssue({ code: 'custom', message: `${message} (character ${at + 1})` });
      }
    })
    .meta({ title: 'Pattern', description: 'Find, RegExFind and RegExMatch, joined by &&, || and !' }),
  fields: z
    .strictObject({
      subject: z.boolean().default(false),
      body: z.boolean().default(false),
      header: z.boolean().default(false),
    })
    .refine((fields) => fields.subject || fields.body || fields.header, 'tick at least one of subject, body and header')
    .meta({ title: 'Looked at' }),
  join: z.enum(['and', 'or']).default('or').meta({
    title: 'Several fields',
    description: 'or: one of the ticked fields must match the whole pattern; and: every one of them must',
  }),
  language: z.string().optional().meta({ title: 'Language' }),
  order: z.int().optional().meta({ title: 'Order', description: 'Lower comes first where all rules are applied' }),
  enabled: z
    .boolean()
    .default(true)
    .meta({ title: 'Enabled', description: 'Only enabled rules are offered; a strategy that uses one keeps using it' }),
  categories: z.array(z.string()).optional().meta({ title: 'Categories' }),
});

/** A rule of the knowledge base. */
export type ScreeningRule = z.infer<typeof screeningRuleSchema>;

/** The parts of an interaction that a rule may look at, as text. */
export interface ScreenedMessage {
  readonly subject: string;
  readonly body: string;
  readonly headers: string;
}

const patterns = new WeakMap<ScreeningRule, { readonly text: string; readonly pattern: Pattern }>();

/**
 * Applies a rule to a message. Every ticked field is matched by itself against the whole pattern and `join` says how the
 * fields count together. `enabled` is not asked: it decides what is offered, not what runs. The pattern is read once for
 * each rule object.
 *
 * @throws CodedError request/invalid when the rule did not come from its schema and its pattern cannot be read
 */
export function screen(rule: ScreeningRule, message: ScreenedMessage): PatternMatch {
  const pattern = patternOf(rule);
  const texts = [
    ...(rule.fields.subject ? [message.subject] : []),
    ...(rule.fields.body ? [message.body] : []),
    ...(rule.fields.header ? [message.headers] : []),
  ];
  const matches = texts.map((text) => matchPattern(pattern, text));
  const isMatch = (match: PatternMatch): boolean => match.matched;
  const matched = rule.join === 'and' ? matches.every(isMatch) : matches.some(isMatch);
  if (!matched) return { matched, keys: {} };
  // the first field wins a key, so the later ones are laid under it
  return { matched, keys: Object.fromEntries(matches.toReversed().flatMap((match) => Object.entries(match.keys))) };
}

/** Applies a rule to one text in place of the message, whichever fields are ticked. */
export function screenText(rule: ScreeningRule, text: string): PatternMatch {
  return matchPattern(patternOf(rule), text);
}

function patternOf(rule: ScreeningRule): Pattern {
  const known = patterns.get(rule);
  if (known?.text === rule.pattern) return known.pattern;
  const parsed = parsePattern(rule.pattern);
  if ('errors' in parsed) {
    const expected = `a screening pattern, but ${parsed.errors[0]?.message ?? 'it cannot be read'}`;
    throw new CodedError('request/invalid', { field: 'pattern', expected });
  }
  patterns.set(rule, { text: rule.pattern, pattern: parsed.pattern });
  return parsed.pattern;
}
