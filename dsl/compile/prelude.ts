import { functionsSource } from '../functions/functions.ts';
import { guardSource } from './guard-source.ts';
import { createBoundedSums } from './realm/bounded-sums.ts';
import { createRun, type RealmLimits } from './realm/create-run.ts';
import { hardenRealm } from './realm/harden-realm.ts';
import { limitLists } from './realm/limit-lists.ts';
import { limitTexts } from './realm/limit-texts.ts';
import { openRealm } from './realm/open-realm.ts';
import { createRealmText } from './realm/realm-text.ts';
import { createRunGlobals } from './realm/run-globals.ts';
import { longestPattern, longestText, mostGroups, mostKeys } from './realm/text-limits.ts';

/**
 * The JavaScript expression that is evaluated once in a fresh realm, an isolate or a Web Worker, before anything else. It
 * hardens the realm and yields its doors (`Realm`). A Web Worker takes what it needs of its own globals beforehand: they
 * are gone afterwards.
 */
const preludeSource = [
  '(() => {',
  '"use strict";',
  `const text = (${createRealmText})();`,
  `const limitLists = () => (${limitLists})(${longestText}, ${mostKeys});`,
  `const limitTexts = () => (${limitTexts})(${JSON.stringify({ longestText, longestPattern, mostGroups })});`,
  `const parts = (${hardenRealm})([limitLists, limitTexts]);`,
  `const createRun = (${createRun});`,
  `const createRunGlobals = (${createRunGlobals});`,
  `return (${openRealm})({ parts, text, createRun, createRunGlobals });`,
  '})()',
].join('\n');

/**
 * The whole program of a realm as one expression: prelude, then the compiled source of a strategy, which sees nothing but
 * the frozen globals, the clock and chance of its run, and the library of functions where it names one. Yields the doors.
 * Throws a SyntaxError for a source that cannot be read.
 */
export function realmProgram(source: string, limits: RealmLimits): string {
  const guarded = guardSource(source);
  const { plus, addTo, bounded, listable } = guarded.names;
  // most strategies call no function, and then need not carry the library
  const library = /\bfn\b/.test(source) ? functionsSource : 'undefined';
  return [
    '(([realm, library, sums, make]) => {',
    'const withLibrary = (Date, Math) => make(sums.plus, sums.addTo, sums.bounded, sums.listable, Date, Math, library && library(Date));',
    `realm.install(withLibrary, ${JSON.stringify(limits)});`,
    'return realm;',
    '})([',
    `${preludeSource},`,
    `${library},`,
    `(${createBoundedSums})(${longestText}, ${mostKeys}),`,
    `function (${plus}, ${addTo}, ${bounded}, ${listable}, Date, Math, fn) {`,
    '"use strict";',
    'return (',
    guarded.source,
    ');',
    '}])',
  ].join('\n');
}
