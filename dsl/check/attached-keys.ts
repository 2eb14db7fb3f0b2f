import type { BusinessProcess } from '../document/business-process.ts';
import { knownDataKeys } from '../model/known-data-keys.ts';
import { type DataUses, dataUsesOf } from './data-uses.ts';
import { blockTitle } from './diagnostic-at.ts';
import { type ReadBlock, readStrategy } from './read-strategy.ts';

/**
 * Keys of attached data that this process is known to set, with where each comes from, sorted by key: what its blocks
 * write (attached entries, categories, screening results, marks), what screening rules find (`ScrKey_` and the name of the key), then what the product sets by itself.
 */
export function attachedKeys(
  strategies: BusinessProcess['strategies'],
  screeningKeys: readonly string[] = [],
): Readonly<Record<string, string>> {
  const places = new Map<string, Set<string>>();
  for (const [name, strategy] of Object.entries(strategies)) {
    for (const block of readStrategy(name, strategy).blocks.values()) {
      for (const key of usesOf(block, name).writes) {
        const seen = places.get(key) ?? new Set();
        places.set(key, seen.add(`${blockTitle(block)} (${block.block.face.label}) in ${name}`));
      }
    }
  }
  const hints = new Map([...places].map(([key, seen]) => [key, hintOf([...seen])]));
  for (const key of screeningKeys) {
    if (!hints.has(key))
      hints.set(key, 'Found by a screening rule, once a Screen or Multiscreen block has applied it.');
  }
  for (const key of knownDataKeys) {
    if (!hints.has(key)) hints.set(key, 'Set by Signalbox: at intake, from a report, or once an answer has gone out.');
  }
  return Object.fromEntries([...hints].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

const mostPlaces = 3;

function hintOf(places: readonly string[]): string {
  const more = places.length > mostPlaces ? `, and ${places.length - mostPlaces} more` : '';
  return `Attached by ${places.slice(0, mostPlaces).join(', ')}${more}.`;
}

const known = new WeakMap<ReadBlock, DataUses>();

// a block that did not change is the same object: only the one being edited is parsed again
function usesOf(block: ReadBlock, strategy: string): DataUses {
  const uses = known.get(block) ?? dataUsesOf(block, strategy);
  known.set(block, uses);
  return uses;
}
