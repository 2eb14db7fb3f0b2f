/** A stretch of a text that is shown in another way. */
export interface TextMark {
  readonly kind: 'code' | 'warning' | 'error';
  readonly at: number;
  readonly length: number;
}

/** A piece of a text; without a kind it is shown as it is. */
export interface TextPiece {
  readonly text: string;
  readonly kind?: TextMark['kind'];
}

const weights: Readonly<Record<TextMark['kind'], number>> = { code: 1, warning: 2, error: 3 };

/**
 * Cuts a text where marks begin and end; where marks overlap, errors show over warnings, and those over codes. A mark
 * without length, or beyond the end, covers the character before.
 */
export function textPieces(text: string, marks: readonly TextMark[]): readonly TextPiece[] {
  const placed = marks.map(({ kind, at, length }) => {
    const from = Math.max(0, Math.min(at, text.length - 1));
    return { kind, from, to: Math.min(text.length, Math.max(from + 1, at + length)) };
  });
  const cuts = [...new Set([0, text.length, ...placed.flatMap(({ from, to }) => [from, to])])]
    .filter((cut) => cut <= text.length)
    .toSorted((one, other) => one - other);
  return cuts.slice(0, -1).map((from, index) => {
    const piece = text.slice(from, cuts[index + 1]);
    const over = placed
      .filter((mark) => mark.from <= from && mark.to > from)
      .toSorted((one, other) => weights[other.kind] - weights[one.kind])[0];
    return over === undefined ? { text: piece } : { text: piece, kind: over.kind };
  });
}
