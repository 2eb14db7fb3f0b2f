/** The word of `words` that a misspelt one most likely means; undefined when none is near. */
export function nearestWord(misspelt: string, words: readonly string[]): string | undefined {
  // A third of the letters may be wrong: "--prot" is "--port", while "--smtp" and "--port" are not each other.
  const limit = Math.max(1, Math.floor(misspelt.length / 3));
  const near = words.map((word) => ({ word, distance: distanceBetween(misspelt, word) }));
  return near.filter(({ distance }) => distance <= limit).toSorted((a, b) => a.distance - b.distance)[0]?.word;
}

/** Levenshtein's distance: letters to insert, remove or replace to make one word of the other. */
function distanceBetween(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_none, at) => at);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
