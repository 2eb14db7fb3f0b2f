import { decodeBytes, decodeWords } from './decode-words.ts';
import { storableLine } from './storable-text.ts';

/** Fields of one group of a report part, by name in lower case; of a field that came twice, the first. */
export type ReportFields = ReadonlyMap<string, string>;

// a report of a mail to hundreds of people; further ones change nothing
const maxGroups = 500;
const maxValueLength = 1000;

/**
 * Groups of fields out of the body of a delivery status (RFC 3464 2.1) or a disposition notification (RFC 8098 3.1).
 * Empty lines part the groups; since some systems leave them out, a second recipient begins a group too.
 */
export function reportFields(body: Buffer): ReportFields[] {
  const groups: ReportFields[] = [];
  let group = new Map<string, string>();
  let last: string | undefined;
  const close = () => {
    if (group.size > 0 && groups.length < maxGroups) groups.push(group);
    group = new Map();
    last = undefined;
  };
  for (const line of decodeBytes(body).split(/\r?\n/)) {
    if (line.trim() === '') close();
    else if (/^[ \t]/.test(line) && last !== undefined) {
      group.set(last, cut(`${group.get(last) ?? ''} ${line.trim()}`));
    } else {
      const name = /^([a-z][a-z-]{0,60})[ \t]{0,9}:/i.exec(line);
      if (!name?.[1]) continue;
      const key = name[1].toLowerCase();
      if (key === 'final-recipient' && group.has(key)) close();
      last = group.has(key) ? undefined : key;
      if (last !== undefined) group.set(key, cut(line.slice(name[0].length)));
    }
  }
  close();
  return groups;
}

function cut(value: string): string {
  return storableLine(decodeWords(value.slice(0, maxValueLength)), maxValueLength);
}
