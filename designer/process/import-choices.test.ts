import { expect, test } from 'vitest';
import { countWritten, type ImportItem, nameProblem, requestOf } from './import-choices.ts';

const item = (from: string, status: ImportItem['status']): ImportItem => ({
  kind: 'response',
  name: from,
  from,
  status,
  action: 'keep',
  differences: [],
  conflicts: [],
});
const items = [
  item('New', 'new'),
  item('Same', 'same'),
  item('A', 'conflict'),
  item('B', 'conflict'),
  item('C', 'conflict'),
];
const choices = {
  'response:A': { action: 'rename', name: ' A2 ', imported: [] },
  'response:B': { action: 'merge', name: '', imported: ['["text"]'] },
  'response:Same': { action: 'overwrite', name: '', imported: [] },
} as const;

test('asks for what was chosen, and keeps everything else', () => {
  expect(requestOf(items, choices)).toEqual({
    overwrite: [],
    rename: { 'response:A': 'A2' },
    merge: { 'response:B': ['["text"]'] },
  });
  expect(countWritten(items, choices)).toBe(3);
});

test('refuses a new name that is empty, is here, or is given twice', () => {
  const problem = (name: string) =>
    nameProblem(items[2] ?? item('A', 'conflict'), items, {
      ...choices,
      'response:A': { ...choices['response:A'], name },
    });

  expect(problem(' ')).toBe('empty');
  expect(problem('B')).toBe('taken');
  expect(problem('A')).toBe('taken');
  expect(problem('A3')).toBeUndefined();
});
