/** The known name most like a misspelt one, or undefined when none is near enough to be meant. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  const wanted = name.toLowerCase();
  let best: string | undefined;
  // a third of the letters may be wrong, and one always
  let bestDistance = Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(wanted, candidate.toLowerCase(), bestDistance);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** The end of a message about a misspelt name: what may have been meant, or else what there is. */
export function suggestion(name: string, known: Iterable<string>): string {
  const names = [...known];
  const near = nearest(name, names);
  if (near !== undefined) return `did you mean "${near}"?`;
  if (names.length === 0) return 'there is none yet.';
  const listed = names.slice(0, 8).map((one) => `"${one}"`);
  return `there ${names.length === 1 ? 'is' : 'are'} ${listed.join(', ')}${names.length > 8 ? ' and more' : ''}.`;
}

/** Letters to change, add, remove or swap; at least `limit` once it is clear that it will be. */
function editDistance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) >= limit) return limit;
  let before: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const cost = left[row - 1] === right[column - 1] ? 0 : 1;
      let distance = Math.min(
        (previous[column] ?? limit) + 1,
        (current[column - 1] ?? limit) + 1,
        (previous[column - 1] ?? limit) + cost,
      );
      const isSwap =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (isSwap) distance = Math.min(distance, (before[column - 2] ?? limit) + 1);
      current.push(distance);
    }
    [before, previous] = [previous, current];
  }
  return previous[right.length] ?? limit;
}
