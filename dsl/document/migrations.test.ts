import { expect, test } from 'vitest';
import { currentFormat } from './business-process.ts';
import { migrateDocument, migrations } from './migrations.ts';

test('takes a document of today as it is', () => {
  expect(migrateDocument({ format: currentFormat, name: 'A' })).toEqual({ format: currentFormat, name: 'A' });
});

test('has a step from every format to the next', () => {
  expect(Object.keys(migrations).map(Number)).toEqual(
    Array.from({ length: currentFormat - 1 }, (_, index) => index + 1),
  );
});

test('walks upwards step by step', () => {
  const steps = {
    1: ({ title, ...rest }: Record<string, unknown>) => ({ ...rest, label: title }),
    2: ({ label, ...rest }: Record<string, unknown>) => ({ ...rest, name: label }),
  };

  expect(migrateDocument({ format: 1, title: 'A' }, steps, 3)).toEqual({ format: 3, name: 'A' });
  expect(migrateDocument({ format: 2, label: 'A' }, steps, 3)).toEqual({ format: 3, name: 'A' });
});

test('leaves a document without a readable format to the checks', () => {
  expect(migrateDocument({ name: 'A' })).toEqual({ name: 'A' });
});
