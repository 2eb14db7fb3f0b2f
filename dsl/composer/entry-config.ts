import type { BlockInstance, Variable } from '../document/strategy.ts';

/** The settings of an Entry block that declares these variables; what is as usual is left out. */
export function entryConfig(variables: Readonly<Record<string, Variable>>): BlockInstance['config'] {
  const written = Object.entries(variables).map(([name, { type, direction, default: value, description }]) => [
    name,
    {
      type,
      ...(direction === 'local' ? {} : { direction }),
      ...(value === undefined ? {} : { default: value }),
      ...(description === undefined ? {} : { description }),
    },
  ]);
  return written.length === 0 ? {} : { variables: Object.fromEntries(written) };
}
