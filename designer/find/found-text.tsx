import classes from './find.module.css';
import { positionsOf, type Query } from './text-query.ts';

// so much of a long text stands before what was found
const leadIn = 40;
const most = 220;

/** A text with what was found in it marked, and what would stand there instead. Long texts show the part around it. */
export function FoundText(props: {
  readonly text: string;
  readonly query: Query;
  readonly replacement: string | undefined;
}) {
  const { text, query, replacement } = props;
  const found = positionsOf(text, query);
  const start = Math.max(0, (found[0] ?? 0) - leadIn);
  const end = Math.min(text.length, start + most);
  const pieces: React.ReactNode[] = [];
  let from = start;
  for (const at of found) {
    const to = at + query.text.length;
    if (to > end) break;
    pieces.push(text.slice(from, at));
    const piece = text.slice(at, to);
    pieces.push(
      replacement === undefined ? (
        <mark key={at}>{piece}</mark>
      ) : (
        <span key={at}>
          <del>{piece}</del>
          <ins>{replacement}</ins>
        </span>
      ),
    );
    from = to;
  }
  return (
    <span className={classes.text}>
      {start > 0 && '…'}
      {pieces}
      {text.slice(from, end)}
      {end < text.length && '…'}
    </span>
  );
}
