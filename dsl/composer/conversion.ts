import type { ParityLevel } from '../protocol/composer.ts';
import type { SourceBlock, SourceLink } from './diagram.ts';
import type { VariableNames } from './variable-names.ts';

/** Settings of a block of ours, as JSON. */
export type Config = Record<string, unknown>;

/** A block of Composer as one of ours, its wires still apart. */
export interface Converted {
  readonly type: string;
  readonly config: Config;
  readonly level: ParityLevel;
  /** Why it is not the same, a sentence each. */
  readonly reasons: readonly string[];
  /** The port a link leaves by; undefined for a way that cannot be taken here. */
  portOf(link: SourceLink): string | undefined;
  /** Ways that may be left out without anything being missed. */
  readonly dispensable?: readonly string[];
  /** Ports that go where another one goes, when the diagram has no way of their own for them. */
  readonly alike?: readonly (readonly [port: string, like: string])[];
  /** True when it keeps every setting of the block, so that none of them has to be told of. */
  readonly keepsAll?: boolean;
  /** What is kept beside the block, for whoever finishes it. */
  readonly kept?: string;
}

/** A strategy that another diagram may call. */
export interface Callable {
  readonly strategy: string;
  readonly isSubroutine: boolean;
  readonly names: VariableNames;
}

/** What a conversion may ask while a strategy is made. */
export interface Conversion {
  readonly strategy: string;
  readonly isSubroutine: boolean;
  /** False when the diagram says that its end leaves the interaction alone. */
  readonly endsInteractions: boolean;
  readonly names: VariableNames;
  /** The strategy made of a file, by the way diagrams refer to it; undefined when the project has no such file. */
  resourceOf(path: string): Callable | undefined;
  /** The text of a file of the project, by the way diagrams refer to it; undefined when the project has no such file. */
  textOf(path: string): string | undefined;
  /** True when calling it would lead back to the caller. */
  callsBack(callee: string): boolean;
  /** A queue of the process by its name in Composer; made when there is none. */
  queueNamed(name: string): string;
}

/** Turns blocks of one kind into ours. What it throws makes the block a placeholder. */
export type Convert = (block: SourceBlock, conversion: Conversion) => Converted;

/** Ports for a block with one way on: the plain link by `success`, exceptions by `error`. */
export function oneWayOn(success: string): Converted['portOf'] {
  return ({ name, isException }) => (isException ? 'error' : name === '' || name === 'default' ? success : undefined);
}

/** `exact` when there is nothing to say, `near` otherwise. */
export function levelFor(reasons: readonly string[]): ParityLevel {
  return reasons.length === 0 ? 'exact' : 'near';
}
