import { expect, it } from 'vitest';
import { arrayText, parameterText } from './value-text.ts';

it('writes a list as an array, with quotes and backslashes escaped and null where there is nothing', () => {
  expect(arrayText([])).toBe('{}');
  expect(arrayText(['a', 'b "c" \\d', null, undefined, 7])).toBe(String.raw`{"a","b \"c\" \\d",NULL,NULL,"7"}`);
});

it('writes a parameter by what it is', () => {
  expect(parameterText(undefined)).toBeNull();
  expect(parameterText(new Date(0))).toBe('1970-01-01T00:00:00.000Z');
  expect(parameterText({ a: [1] })).toBe('{"a":[1]}');
  expect(parameterText([new Date(0), 'x'])).toBe('{"1970-01-01T00:00:00.000Z","x"}');
  expect(parameterText(new Uint8Array([1, 2]))).toEqual(Buffer.from([1, 2]));
});
