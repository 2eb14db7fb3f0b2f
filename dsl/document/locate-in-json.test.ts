import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineAndColumn, locateInJson } from './locate-in-json.ts';

const text = '{\n  "a": [1, {"b\\"c": "x}"}],\n  "d": null\n}\n';

function at(...path: (string | number)[]) {
  const { from, to } = locateInJson(text, path);
  return text.slice(from, to);
}

test('finds values below objects and lists', () => {
  expect(at('a', 0)).toBe('1');
  expect(at('a', 1, 'b"c')).toBe('"x}"');
  expect(at('d')).toBe('null');
});

test('finds what would hold a value that is missing', () => {
  expect(at('a', 1, 'z')).toBe('{"b\\"c": "x}"}');
  expect(at('z')).toBe(text.trim());
});

test('counts lines and columns from 1', () => {
  expect(lineAndColumn(text, locateInJson(text, ['d']).from)).toEqual({ line: 3, column: 8 });
});

test('finds every value of any document where it stands', () => {
  const visit = (json: string, value: unknown, path: (string | number)[]): void => {
    const { from, to } = locateInJson(json, path);
    expect(JSON.parse(json.slice(from, to))).toEqual(value);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, member] of Object.entries(value))
      visit(json, member, [...path, Array.isArray(value) ? Number(key) : key]);
  };

  fc.assert(
    fc.property(fc.json(), fc.constantFrom(undefined, 1, '\t'), (raw, space) => {
      const json = JSON.stringify(JSON.parse(raw), null, space);
      visit(json, JSON.parse(json), []);
    }),
  );
});
