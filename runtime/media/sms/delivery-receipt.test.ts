import { expect, test } from 'vitest';
import { readReceipt } from './delivery-receipt.ts';

test.each([
  [
    'id:abc-1 sub:001 dlvrd:001 submit date:2601010000 done date:2601010001 stat:DELIVRD err:000 text:hi',
    'abc-1',
    'delivered',
    '',
  ],
  ['ID:42 SUB:1 DLVRD:0 STAT:UNDELIV ERR:27 TEXT:stat:DELIVRD', '42', 'undeliverable', '27'],
  ['id: 7 stat: EXPIRED err: 0A1', '7', 'expired', '0A1'],
  ['nothing of the kind', '', 'unknown', ''],
])('reads "%s"', (text, messageId, state, error) => {
  expect(readReceipt(text, new Map())).toEqual({ messageId, state, error });
});

test('optional parameters count more than the text', () => {
  const optionals = new Map([
    [0x001e, Buffer.from('tlv-id\0')],
    [0x0427, Buffer.from([2])],
  ]);
  expect(readReceipt('id:other stat:EXPIRED', optionals)).toEqual({
    messageId: 'tlv-id',
    state: 'delivered',
    error: '',
  });
});
