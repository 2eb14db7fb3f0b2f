import { lineHunks } from './line-hunks.ts';

/** A text with git's conflict markers around the lines in which the two differ, so that no side is committed unseen. */
export function markedText(ours: string, theirs: string): string {
  const lines = lineHunks(ours.split('\n'), theirs.split('\n')).flatMap((hunk) =>
    hunk.isSame ? hunk.lines : ['<<<<<<< ours', ...hunk.ours, '=======', ...hunk.theirs, '>>>>>>> theirs'],
  );
  return lines.join('\n');
}
