import type { SourceBlock } from './diagram.ts';
import type { Unread } from './watch-element.ts';

/** What every block has: drawn, kept in the note of the card, or read before its settings are. */
const common =
  /^(?:name|category|starting|terminating|condition|enableStatus|logLevel|loggingDetails(?:\.value)?|(?:block)?notes?(?:\.\w+)?|description|cfg\w+|uniqueName)$/i;

/** What only says where in the old installation a value was looked up, or what its editor filled in. */
const ofTheOldPlatform = /(?:^|\.)(?:source|scope|statServer|cfg\w+|expectedValue|href|dbid)$/i;

/** Exceptions that a block shows a way for; those that are wired are links, the others do nothing. */
const shownWays = /^(?:exceptions|supportedExceptions)$/i;

/** Values with which a setting changes nothing, by its path. */
const idleValues: readonly (readonly [path: RegExp, value: RegExp])[] = [
  [/^(?:useAccessCode|detach|useTreatments|useJSONPayload|suppressEmptyResultSetException)$/i, /^false$/i],
  [/^useTreatments$/i, /^true$/i],
  [/\.description$/i, /^enter description$/i],
  [/^targets?\.weight$/i, /^0?$/],
  [/^(?:type|resourceType)$/i, /^projectfile$/i],
  // what Composer writes for a list without anything in it
  [/./, /^(?:\[\]|\{\}|undefined|null)$/],
];

/** True for a setting whose absence here makes no difference. */
export function isIdle({ path, value }: Unread, block: SourceBlock): boolean {
  if (common.test(path) || ofTheOldPlatform.test(path) || shownWays.test(path)) return true;
  if (/^conditionalExceptions\b/i.test(path)) return isException(path, value, block);
  return idleValues.some(([name, idle]) => name.test(path) && idle.test(value.trim()));
}

/** An exception that is wired is told of by its link; its condition is the block's own request in what Composer writes. */
function isException(path: string, value: string, block: SourceBlock): boolean {
  if (/\.(?:name|event)$/i.test(path)) return block.links.some(({ name, isException: is }) => is && name === value);
  return /\.condition$/i.test(path) ? /requestid/i.test(value) : /\.target$/i.test(path);
}
