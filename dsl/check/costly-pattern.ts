/**
 * The part of a regular expression that can take time beyond all measure, or undefined. Found are the two forms that are
 * certain to: a repeated group of nothing but a repetition, `(a+)+`, and one of alternatives that begin alike, `(a|a)*`. Each
 * further character of a text that almost matches doubles the time.
 */
export function costlyPart(pattern: string): string | undefined {
  // an escaped parenthesis or one within a class begins no group: those are stepped over first
  const group =
    /\\.|\[(?:[^\]\\]|\\.)*\]|\((?:\?:|\?<[A-Za-z]\w*>)?((?:[^()\\[\]]|\\.|\[(?:[^\]\\]|\\.)*\])*)\)(?:[+*]|\{\d+,\})/g;
  for (const [whole, inner = ''] of pattern.matchAll(group)) {
    if (isRepetition(inner) || hasTwins(inner)) return whole;
  }
  return undefined;
}

const atom = String.raw`(?:\\[dDwWsS]|\\[^A-Za-z0-9]|\[(?:[^\]\\]|\\.)*\]|[^\\()[\]|^$?*+{}])`;
const repetition = new RegExp(String.raw`^${atom}(?:[+*]|\{\d*,\})$`);

function isRepetition(inner: string): boolean {
  return repetition.test(inner);
}

/** Two alternatives of one character each that a character fits both of. */
function hasTwins(inner: string): boolean {
  const alternatives = inner.split('|');
  if (alternatives.length < 2) return false;
  const single = new RegExp(`^${atom}$`);
  const singles = alternatives.filter((one) => single.test(one));
  const probes = ['a', 'Z', '5', '_', ' ', '-', ...singles.flatMap((one) => one.slice(-1))];
  return probes.some((probe) => singles.filter((one) => matches(one, probe)).length > 1);
}

function matches(single: string, probe: string): boolean {
  try {
    return new RegExp(`^(?:${single})$`).test(probe);
  } catch {
    // not a class of its own after all: nothing is claimed
    return false;
  }
}
