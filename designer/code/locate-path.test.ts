import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locatePath } from './locate-path.ts';

const text = `{
  "name": "ABC",
  "list": [1, {"a": "}\\"]"}, 3],
  "last": {"deep": {"x": 1}}
}`;

describe('locatePath', () => {
  it('finds a field with its key', () => {
    expect(locatePath(text, ['name'])).toEqual({ line: 2, column: 3, endLine: 2, endColumn: 16 });
  });

  it('finds an item of a list behind texts with brackets in them', () => {
    expect(locatePath(text, ['list', 2])).toEqual({ line: 3, column: 30, endLine: 3, endColumn: 31 });
    expect(locatePath(text, ['last', 'deep', 'x'])).toMatchObject({ line: 4, column: 21 });
  });

  it('stays at the nearest value around a path that leads nowhere', () => {
    expect(locatePath(text, ['last', 'missing'])).toMatchObject({ line: 4 });
  });

  it('comes to an end with any text and any path', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.oneof(fc.string(), fc.nat(3)), { maxLength: 3 }), (any, path) => {
        expect(locatePath(any, path).line).toBeGreaterThan(0);
      }),
    );
    fc.assert(
      fc.property(fc.json(), fc.array(fc.oneof(fc.string(), fc.nat(3)), { maxLength: 3 }), (json, path) => {
        expect(locatePath(json, path).line).toBeGreaterThan(0);
      }),
    );
  });
});
