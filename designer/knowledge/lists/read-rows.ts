/** An item of a list as its form holds it. */
export interface Item {
  readonly key: string;
  readonly values: readonly string[];
}

/** Rows pasted from a spreadsheet or a CSV file: a key and its values each, apart by tabs, else semicolons, else commas. */
export function readRows(text: string): Item[] {
  const separator = ['\t', ';'].find((one) => text.includes(one)) ?? ',';
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => cells(line, separator))
    .map(([key = '', ...values]) => ({ key, values }))
    .filter(({ key }) => key !== '');
}

/** The items with these in place of those of the same key, new ones at the end. */
export function withRows(items: readonly Item[], rows: readonly Item[]): Item[] {
  const byKey = new Map(items.map((item) => [item.key, item]));
  for (const row of rows) byKey.set(row.key, row);
  return [...byKey.values()];
}

/** Cells of a line; one in quotes may hold the separator, and quotes written twice (RFC 4180). */
function cells(line: string, separator: string): string[] {
  const found: string[] = [];
  let at = 0;
  while (at <= line.length) {
    if (line[at] === '"') {
      const end = /"(?:[^"]|"")*"/y;
      end.lastIndex = at;
      const quoted = end.exec(line)?.[0] ?? `${line.slice(at)}"`;
      found.push(quoted.slice(1, -1).replaceAll('""', '"').trim());
      at += quoted.length + 1;
      continue;
    }
    const next = line.indexOf(separator, at);
    const to = next < 0 ? line.length : next;
    found.push(line.slice(at, to).trim());
    at = to + 1;
  }
  return found;
}
