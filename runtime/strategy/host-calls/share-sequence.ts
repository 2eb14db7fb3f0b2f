/**
 * Whose turn it is, as a cycle of indexes in which each has turns in proportion to its share, spread evenly: at every place the
 * one furthest behind its share goes next. Empty when nobody has a share.
 */
export function shareSequence(shares: readonly number[]): number[] {
  const divisor = shares.reduce(greatestCommonDivisor, 0);
  const weights = shares.map((share) => (divisor === 0 ? 0 : share / divisor));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const credit = weights.map(() => 0);
  return Array.from({ length: total }, () => {
    weights.forEach((weight, index) => (credit[index] = (credit[index] ?? 0) + weight));
    const next = credit.reduce((best, value, index) => (value > (credit[best] ?? 0) ? index : best), 0);
    credit[next] = (credit[next] ?? 0) - total;
    return next;
  });
}

function greatestCommonDivisor(left: number, right: number): number {
  return right === 0 ? left : greatestCommonDivisor(right, left % right);
}
