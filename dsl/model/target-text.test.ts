import { expect, test } from 'vitest';
import { readTargets } from './target-text.ts';

test.each([
  ['ada@StatServer.A', [{ agent: 'ada' }]],
  ['E-mail distribution.GA', [{ agentGroup: 'E-mail distribution' }]],
  ['?:English>=3 & Billing>0@StatServer.GA', [{ skill: 'English>=3 & Billing>0' }]],
  [
    ['ada.A', { agentGroup: 'Sales' }],
    [{ agent: 'ada' }, { agentGroup: 'Sales' }],
  ],
  [{ skill: 'English > 1' }, [{ skill: 'English > 1' }]],
])('reads %j', (value, targets) => {
  expect(readTargets(value)).toEqual(targets);
});

test.each([['ada'], [''], ['?:English>1.A'.replace('.A', '')], [[]], [null], [7], [{ queue: 'In' }], [['ada.A', 'x']]])(
  'does not take %j for a target',
  (value) => {
    expect(readTargets(value)).toBeUndefined();
  },
);
