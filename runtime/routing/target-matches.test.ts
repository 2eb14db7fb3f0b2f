import { expect, it } from 'vitest';
import { targetMatches } from './target-matches.ts';

const kim = { id: 'id-1', userName: 'kim', groups: new Set(['Sales']), skills: { English: 4 } };

it.each([
  [{ agent: 'id-1' }, true],
  [{ agent: 'kim' }, true],
  [{ agent: 'lee' }, false],
  [{ agentGroup: 'Sales' }, true],
  [{ agentGroup: 'Support' }, false],
  [{ skill: 'English >= 4 & Group("Sales")' }, true],
  [{ skill: 'English > 4' }, false],
  [{ skill: 'English >=' }, false],
])('%j means the agent: %s', (target, expected) => {
  expect(targetMatches(target, kim)).toBe(expected);
});
