import { expect, test } from 'vitest';
import { methodsText, readMethods } from './methods-text.ts';

const text = 'Score(mail: text, age?: number)\nPing()';

test('reads methods with what they take, and writes them the same way', () => {
  const read = readMethods(text, { Score: { description: 'How valued', parameters: [] } });

  expect(read).toEqual({
    methods: {
      Score: {
        description: 'How valued',
        parameters: [
          { name: 'mail', type: 'text', required: true },
          { name: 'age', type: 'number', required: false },
        ],
      },
      Ping: { parameters: [] },
    },
  });
  expect('methods' in read && methodsText(read.methods)).toBe(text);
});

test('takes a bare name, blanks and empty lines', () => {
  expect(readMethods('\n Find customer \n', {})).toEqual({ methods: { 'Find customer': { parameters: [] } } });
});

test.each(['Score(', 'Score(mail: date)', '(a)', 'Score(a b)'])('names the line of %j', (line) => {
  expect(readMethods(`Ping\n${line}`, {})).toEqual({ wrongLine: 2 });
});
