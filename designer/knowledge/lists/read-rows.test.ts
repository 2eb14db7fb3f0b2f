import { expect, test } from 'vitest';
import { readRows, withRows } from './read-rows.ts';

test('reads rows of a spreadsheet and of a CSV file', () => {
  expect(readRows('20095\tNorth\t040\n80331\tSouth\n')).toEqual([
    { key: '20095', values: ['North', '040'] },
    { key: '80331', values: ['South'] },
  ]);
  expect(readRows('acme.example;gold\r\n\r\n;nobody')).toEqual([{ key: 'acme.example', values: ['gold'] }]);
});

test('takes what stands in quotes as one cell', () => {
  expect(readRows('a,"North, ""old"" town",1')).toEqual([{ key: 'a', values: ['North, "old" town', '1'] }]);
  expect(readRows('"a,b",c')).toEqual([{ key: 'a,b', values: ['c'] }]);
  expect(readRows('a,"open')).toEqual([{ key: 'a', values: ['open'] }]);
});

test('replaces items of the same key and keeps the others in their order', () => {
  const items = [
    { key: 'a', values: ['1'] },
    { key: 'b', values: ['2'] },
  ];

  expect(withRows(items, readRows('c,3\na,4'))).toEqual([
    { key: 'a', values: ['4'] },
    { key: 'b', values: ['2'] },
    { key: 'c', values: ['3'] },
  ]);
});
