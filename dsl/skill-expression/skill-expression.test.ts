import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  groupNames,
  matchesSkills,
  parseSkillExpression,
  type SkillExpression,
  skillNames,
} from './skill-expression.ts';

function parsed(text: string): SkillExpression {
  const result = parseSkillExpression(text);
  if ('error' in result) throw new Error(`${result.error.message} at ${result.error.at}`);
  return result.expression;
}

function matches(text: string, skills: Record<string, number>, groups?: Set<string>): boolean {
  return matchesSkills(parsed(text), skills, groups);
}

describe('parseSkillExpression', () => {
  test('compares levels with every operator', () => {
    expect(
      ['=', '!=', '<', '<=', '>', '>='].map((operator) => matches(`English ${operator} 5`, { English: 5 })),
    ).toEqual([true, false, false, true, false, true]);
  });

  test('joins & and | strictly from left to right', () => {
    expect(matches('a=1 | b=1 & c=1', { a: 1 })).toBe(false);
    expect(matches('a=1 | (b=1 & c=1)', { a: 1 })).toBe(true);
    expect(matches('a=1 & b=1 | c=1', { c: 1 })).toBe(true);
  });

  test('takes 1=1 for everybody and 1=0 for nobody', () => {
    expect(matches('1=1', {})).toBe(true);
    expect(matches('1=0', { English: 9 })).toBe(false);
  });

  test('takes a skill the agent lacks for level 0, also one named like a member of every object', () => {
    expect(matches('English != 3', {})).toBe(true);
    expect(matches('constructor = 0', {})).toBe(true);
  });

  test('reads names in quotes, names of any script and names with marks', () => {
    expect(
      matches(`"Credit cards" >= 2 & 'Kreditkarten & mehr' = 1`, { 'Credit cards': 3, 'Kreditkarten & mehr': 1 }),
    ).toBe(true);
    expect(matches('Français=1 & E-mail.v2=1 & 2nd=1', { Français: 1, 'E-mail.v2': 1, '2nd': 1 })).toBe(true);
  });

  test('asks for membership of a group and for its absence', () => {
    const billing = new Set(['Billing team']);
    expect(matches('Group("Billing team") & English > 1', { English: 2 }, billing)).toBe(true);
    expect(matches('group("Billing team") = 0', {}, billing)).toBe(false);
    expect(matches('Group = 3', { Group: 3 })).toBe(true);
  });

  test('reads the long form of a skill', () => {
    expect(parsed('Skill("English") > 5')).toEqual(parsed('English>5'));
  });

  test.each([
    ['', 0, 'expected a skill'],
    ['English', 7, 'needs a level'],
    ['English >', 9, 'expected a level'],
    ['English > 5 &', 13, 'expected a skill'],
    ['English > 5 Loans > 2', 12, 'expected & or |'],
    ['(English > 5', 12, 'expected ")"'],
    ['English > 5)', 11, 'expected & or |'],
    ['a=1 && b=1', 5, 'write & once'],
    ['"English > 5', 0, 'quote is not closed'],
    ['5 = English', 4, 'skill stands on the left'],
    ['English > 5 # Loans', 12, 'no meaning'],
    [`${'('.repeat(200)}a=1${')'.repeat(200)}`, 101, 'nested'],
  ])('points at what is wrong in %j', (text, at, message) => {
    const result = parseSkillExpression(text);

    expect(result).toEqual({ error: { at, message: expect.stringContaining(message) } });
  });

  test('answers any text with an expression or an error inside the text', () => {
    const pieces = fc.constantFrom('(', ')', '&', '|', '=', '!=', '<', 'a', '"b c"', '1', ' ', '"', 'Group', '😀');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((parts) => parts.join('')),
        ),
        (text) => {
          const result = parseSkillExpression(text);
          if ('error' in result) {
            expect(result.error.at).toBeGreaterThanOrEqual(0);
            expect(result.error.at).toBeLessThanOrEqual(text.length);
          } else expect(typeof matchesSkills(result.expression, {})).toBe('boolean');
        },
      ),
    );
  });

  test('reads back what an expression means, whatever its shape', () => {
    fc.assert(
      fc.property(anExpression, (expression) => {
        expect(parsed(print(expression))).toEqual(expression);
      }),
    );
  });
});

describe('skillNames', () => {
  test('lists each skill once and no group', () => {
    const expression = parsed('b=1 & (a>2 | b<9) & Group("g") & 1=1');

    expect(skillNames(expression)).toEqual(['b', 'a']);
    expect(groupNames(expression)).toEqual(['g']);
  });

  test('reads a chain of ten thousand conditions', () => {
    const expression = parsed(Array.from({ length: 10_000 }, (_, index) => `s${index}=0`).join('&'));

    expect(skillNames(expression)).toHaveLength(10_000);
    expect(matchesSkills(expression, {})).toBe(true);
  });
});

const operator = fc.constantFrom('=', '!=', '<', '<=', '>', '>=');
const leaf = fc.oneof(
  fc.record({
    kind: fc.constantFrom('skill', 'group'),
    name: fc.string({ minLength: 1 }).filter((name) => !name.includes('"')),
    operator,
    level: fc.integer(),
  }),
  fc.record({ kind: fc.constant('constant'), left: fc.integer(), operator, right: fc.integer() }),
);
const anExpression = fc.letrec((tie) => ({
  expression: fc.oneof({ depthSize: 'small' }, leaf, tie('chain')),
  chain: fc.record({
    kind: fc.constant('chain'),
    first: tie('expression'),
    rest: fc.array(fc.record({ join: fc.constantFrom('&', '|'), operand: tie('expression') }), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
})).expression as fc.Arbitrary<SkillExpression>;

function print(expression: SkillExpression): string {
  switch (expression.kind) {
    case 'skill':
      return `"${expression.name}" ${expression.operator} ${expression.level}`;
    case 'group':
      return `Group("${expression.name}")${expression.operator}${expression.level}`;
    case 'constant':
      return `${expression.left}${expression.operator}${expression.right}`;
    case 'chain':
      return [expression.first, ...expression.rest.map((link) => link.operand)]
        .map((operand, index) => (index === 0 ? '' : (expression.rest[index - 1]?.join ?? '')) + nested(operand))
        .join(' ');
  }
}

function nested(expression: SkillExpression): string {
  return expression.kind === 'chain' ? `(${print(expression)})` : print(expression);
}
