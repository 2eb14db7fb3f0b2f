import { expect, test } from 'vitest';
import { readExamples } from './read-examples.ts';

test('reads texts with commas, quotes and line breaks', () => {
  const csv = 'text,category\n"Where is my parcel, please?",Delivery\n"He said ""now""\nand left",Complaint\n';

  expect(readExamples(csv)).toEqual([
    { text: 'Where is my parcel, please?', category: 'Delivery' },
    { text: 'He said "now"\nand left', category: 'Complaint' },
  ]);
});

test('takes columns in any order, among others, with a mark at the start, semicolons and Windows lines', () => {
  const csv = '\uFEFFId;Category;Text\r\n1;Billing;My bill is wrong\r\n';

  expect(readExamples(csv)).toEqual([{ text: 'My bill is wrong', category: 'Billing' }]);
});

test.each([
  ['', 'first line'],
  ['body,label\na,b\n', 'text and category'],
  ['text,category\n', 'at least one text'],
  ['text,category\nhello,\n', 'a category in line 2'],
  ['text,category\n"open,x\n', 'quotes that are closed'],
  ['text,category\nfine,a\nHello, there,b\n', 'no more fields in line 3'],
])('says what is wrong with %j', (csv, what) => {
  expect(() => readExamples(csv)).toThrow(
    expect.objectContaining({ code: 'request/invalid', message: expect.stringContaining(what) }),
  );
});
