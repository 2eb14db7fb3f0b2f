import { expect, test } from 'vitest';
import { parityCsv } from './parity-csv.ts';

test('writes a line for each block, quoted where it must be and never as a formula', () => {
  const csv = parityCsv({
    project: 'Care',
    count: { files: 1, blocks: 1, exact: 0, near: 1, placeholder: 0, lost: 0 },
    files: [],
    items: [
      {
        file: 'a.workflow',
        diagram: '',
        name: '=cmd()',
        type: 'ird:TargetBlock',
        level: 'near',
        ours: { kind: 'strategy', name: 'a', block: 'target', type: 'route-interaction' },
        reasons: ['It says "so",', 'and so on.'],
      },
    ],
  });

  expect(csv.split('\r\n').slice(1)).toEqual([
    `a.workflow,,'=cmd(),ird:TargetBlock,Nearly,strategy a,target,"It says ""so"", and so on."`,
    '',
  ]);
});
