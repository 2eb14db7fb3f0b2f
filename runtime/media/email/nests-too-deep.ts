// real mail stays below a hundred; browsers flatten what is deeper than 512
const maxDepth = 1000;

// elements without an end, or whose end the next one of their kind implies
const unnested = /^(area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|option|optgroup)$/;

/** Whether markup nests so deep that parsers take quadratic time over it. Takes linear time itself. */
export function nestsTooDeep(html: string): boolean {
  let depth = 0;
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z\d]{0,20})/gi)) {
    if (unnested.test(name.toLowerCase())) continue;
    depth = slash ? Math.max(0, depth - 1) : depth + 1;
    if (depth > maxDepth) return true;
  }
  return false;
}
