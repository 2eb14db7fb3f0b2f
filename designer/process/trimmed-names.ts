import type { ChosenNames } from '#dsl/templates/template.ts';

/** Names as they are used: without the blanks that typing leaves around them. */
export function trimmedNames(chosen: ChosenNames): ChosenNames {
  return Object.fromEntries(Object.entries(chosen).map(([slot, name]) => [slot, name.trim()]));
}
