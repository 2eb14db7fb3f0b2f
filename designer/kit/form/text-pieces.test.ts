import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textPieces } from './text-pieces.ts';

describe('textPieces', () => {
  it('cuts out what is marked', () => {
    expect(textPieces('Dear <$X$>!', [{ kind: 'code', at: 5, length: 5 }])).toEqual([
      { text: 'Dear ' },
      { text: '<$X$>', kind: 'code' },
      { text: '!' },
    ]);
  });

  it('shows an error over the code it is in', () => {
    const marks = [
      { kind: 'code', at: 0, length: 5 },
      { kind: 'error', at: 2, length: 1 },
    ] as const;

    expect(textPieces('<$X$>', marks)).toEqual([
      { text: '<$', kind: 'code' },
      { text: 'X', kind: 'error' },
      { text: '$>', kind: 'code' },
    ]);
  });

  it('shows an error at the end on the last character', () => {
    expect(textPieces('Find', [{ kind: 'error', at: 4, length: 0 }])).toEqual([
      { text: 'Fin' },
      { text: 'd', kind: 'error' },
    ]);
  });

  it('never loses or doubles a character', () => {
    const mark = fc.record({
      kind: fc.constantFrom('code' as const, 'warning' as const, 'error' as const),
      at: fc.nat(60),
      length: fc.nat(20),
    });
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.array(mark, { maxLength: 8 }), (text, marks) => {
        expect(
          textPieces(text, marks)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
