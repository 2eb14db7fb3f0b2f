import { expect, test } from 'vitest';
import { blocks } from '../blocks/index.ts';
import { bundleJsonSchema, businessProcessJsonSchema } from './json-schema.ts';

test('explains every block with its label, help and ports', () => {
  const text = JSON.stringify(businessProcessJsonSchema());

  for (const { type, face } of blocks) {
    expect(text).toContain(`"const":"${type}"`);
    expect(text).toContain(JSON.stringify(face.help));
  }
  expect(text).toContain('"not-matched"');
});

test('titles and describes every setting of every block, so that editors can explain it', () => {
  for (const { type, config } of blocks) {
    for (const [key, schema] of Object.entries(config.shape)) {
      const { title, description } = schema.meta() ?? {};
      expect(`${type}.${key}: ${title}`).not.toContain('undefined');
      expect(`${type}.${key}: ${description}`).not.toContain('undefined');
    }
  }
});

test('asks of people only what has no default', () => {
  expect(businessProcessJsonSchema().required).toEqual(['format', 'name']);
});

test('is the same every time it is made', () => {
  expect(JSON.stringify(bundleJsonSchema())).toBe(JSON.stringify(bundleJsonSchema()));
});
