/** Turns scores into probabilities that add up to 1, in place. Scores are divided by the temperature first. */
export function softmax(scores: Float32Array, temperature = 1): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > highest) highest = score;
  let total = 0;
  for (let at = 0; at < scores.length; at++) {
    const raised = Math.exp(((scores[at] ?? 0) - highest) / temperature);
    scores[at] = raised;
    total += raised;
  }
  for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] ?? 0) / total;
}
