import { expect, test } from 'vitest';
import { wideningOf } from './service-level.ts';

const skills = ['English >= 8', 'English >= 5', 'English >= 1'];

test('has every skill in the game before the time is over, each wider one with those before it', () => {
  expect(wideningOf(skills, 60, 1)).toEqual([
    { afterSeconds: 20, targets: [{ skill: 'English >= 8' }, { skill: 'English >= 5' }] },
    { afterSeconds: 40, targets: [{ skill: 'English >= 8' }, { skill: 'English >= 5' }, { skill: 'English >= 1' }] },
  ]);
});

test('widens sooner while the service factor is behind, and later never', () => {
  const times = (reached: number) => wideningOf(skills, 60, reached).map(({ afterSeconds }) => afterSeconds);

  expect(times(0.5)).toEqual([10, 20]);
  expect(times(0)).toEqual([2, 4]);
  expect(times(1.2)).toEqual([20, 40]);
});
