import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { screen, screenText, type ScreeningRule, screeningRuleSchema } from './screening-rule.ts';

const message = { subject: 'Order 17', body: 'Where is order 23?', headers: 'X-Priority: 1' };

function rule(given: Partial<z.input<typeof screeningRuleSchema>>): ScreeningRule {
  return screeningRuleSchema.parse({ pattern: 'RegExFind("order \\d+", order)', fields: { subject: true }, ...given });
}

describe('screeningRuleSchema', () => {
  test('writes out what was left to default', () => {
    expect(rule({ pattern: 'Find("a")' })).toEqual({
      pattern: 'Find("a")',
      fields: { subject: true, body: false, header: false },
      join: 'or',
      enabled: true,
    });
  });

  test('refuses a pattern that cannot be read, and no field at all', () => {
    const result = screeningRuleSchema.safeParse({ pattern: 'Find("a") & b', fields: {} });

    expect(result.error?.issues).toMatchObject([
      { path: ['pattern'], message: 'write && (character 11)' },
      { path: ['fields'], message: 'tick at least one of subject, body and header' },
    ]);
  });

  test('exports as JSON Schema', () => {
    expect(z.toJSONSchema(screeningRuleSchema, { io: 'input' })).toMatchObject({ required: ['pattern', 'fields'] });
  });
});

describe('screen', () => {
  test('looks at the ticked fields only', () => {
    const body = { body: true };

    expect(screen(rule({ fields: body }), message)).toEqual({ matched: true, keys: { ScrKey_order: 'order 23' } });
    expect(screen(rule({ fields: { header: true } }), message)).toEqual({ matched: false, keys: {} });
  });

  test('matches when one field does, or only when every field does', () => {
    const fields = { subject: true, header: true };

    expect(screen(rule({ fields, join: 'or' }), message).matched).toBe(true);
    expect(screen(rule({ fields, join: 'and' }), message)).toEqual({ matched: false, keys: {} });
  });

  test('takes a key from the subject before the body', () => {
    expect(screen(rule({ fields: { subject: true, body: true } }), message).keys).toEqual({ ScrKey_order: 'Order 17' });
  });

  test('looks at a text given in place of the message', () => {
    expect(screenText(rule({ fields: { header: true } }), 'order 5').keys).toEqual({ ScrKey_order: 'order 5' });
  });

  test('runs a rule that is not enabled: a strategy that refers to it goes on', () => {
    expect(screen(rule({ enabled: false }), message).matched).toBe(true);
  });

  test('says which field is wrong when the rule never met its schema', () => {
    expect(() => screen({ ...rule({}), pattern: 'Find(' }, message)).toThrow(/pattern: expected a screening pattern/);
  });
});
