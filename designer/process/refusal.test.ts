import { expect, it } from 'vitest';
import { RequestFailure } from '../kit/api.ts';
import { refusalOf } from './refusal.ts';

const taken = {
  code: 'document/endpoint-taken',
  severity: 'error',
  path: ['endpoints', 'default'],
  message: 'The email endpoint "default" belongs to the active process "Other".',
};

const refused = (diagnostics: unknown[]) =>
  new RequestFailure(422, { code: 'process/has-problems', message: '"Mine" has an error.', diagnostics });

it('tells the errors for which the server refused', () => {
  expect(refusalOf(refused([taken]))).toEqual([taken]);
});

it('leaves out warnings and what cannot be read', () => {
  expect(refusalOf(refused([{ ...taken, severity: 'warning' }, 'what']))).toEqual([]);
});

it('tells none when the request failed for another reason', () => {
  expect(refusalOf(new Error('offline'))).toEqual([]);
  expect(refusalOf(new RequestFailure(409, { code: 'request/conflict', message: 'Saved meanwhile' }))).toEqual([]);
  expect(refusalOf(null)).toEqual([]);
});
