import { expect, test } from 'vitest';
import { blockByType } from '#dsl/blocks/index.ts';
import { javascriptProblem } from '#dsl/check/javascript-problem.ts';
import { strategyTestSchema } from '#dsl/document/strategy-test.ts';
import { parseTemplate } from '#dsl/field-code/parse-template.ts';
import { parsePattern } from '#dsl/screening-pattern/parse-pattern.ts';
import { parseSkillExpression } from '#dsl/skill-expression/skill-expression.ts';
import { fencesOf, markdownPage, proseOf } from './markdown-pages.ts';

const guide = markdownPage('docs/guides/designers.md');
const codes = [...proseOf(guide).matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);

test('the expressions of the guide for designers are JavaScript', () => {
  const rows = guide.text.split('| Example | What it says |')[1]?.split('\n\n')[0] ?? '';
  const expressions = [...rows.matchAll(/^\| `([^`]+)` \|/gm)].map(([, code = '']) => code);

  expect(expressions.length).toBeGreaterThan(4);
  expect(expressions.map((code) => javascriptProblem('expression', code))).toEqual(expressions.map(() => undefined));
});

test('its script is one that the Script block takes', () => {
  const scripts = fencesOf(guide).filter(({ info }) => info === 'js');

  expect(scripts).toHaveLength(1);
  for (const { code } of scripts) {
    expect(javascriptProblem('script', code)).toBeUndefined();
    expect(blockByType('script')?.config.safeParse({ code, exits: ['known'] }).success).toBe(true);
  }
});

test('its field codes, patterns and skill expressions can be read', () => {
  const fieldCodes = codes.filter((code) => code.startsWith('<$'));
  const patterns = codes.filter((code) => /^(?:Find|RegEx\w+)\(/.test(code));
  const skills = codes.filter((code) => /^\w+ >= \d|^1=1$/.test(code));

  expect([fieldCodes.length, patterns.length, skills.length]).toEqual([5, 3, 2]);
  for (const code of fieldCodes) expect(parseTemplate(code), code).toHaveProperty('template');
  for (const code of patterns) expect(parsePattern(code), code).toHaveProperty('pattern');
  for (const code of skills) expect(parseSkillExpression(code), code).toHaveProperty('expression');
});

test('its test of a strategy has the shape that documents take', () => {
  const json = fencesOf(guide).find(({ info }) => info === 'json')?.code ?? '';
  const { tests } = JSON.parse(`{${json}}`) as { tests: Record<string, unknown> };

  for (const one of Object.values(tests)) expect(strategyTestSchema.safeParse(one).error).toBeUndefined();
});
