import type { Unread } from './watch-element.ts';
import type { XmlElement } from './xml-element.ts';

/** A block of a Composer diagram, as its file has it. */
export interface SourceBlock {
  readonly element: XmlElement;
  /** The file's own id; made up where it has none. */
  readonly id: string;
  /** As written, such as `ird:TargetBlock`. */
  readonly type: string;
  /** The type without prefix and "Block", in lower case: `target`. What conversions go by. */
  readonly kind: string;
  readonly name: string;
  readonly note: string;
  /** True for a block that its author switched off. */
  readonly isDisabled: boolean;
  /** Links that leave from it, in file order; those that lead nowhere are left out. */
  readonly links: readonly SourceLink[];
  /** What of it nobody read by now, when that is watched. */
  readonly unread?: () => readonly Unread[];
}

/** A link between two blocks. */
export interface SourceLink {
  /** The branch, or the exception; empty for the plain way on. */
  readonly name: string;
  readonly isException: boolean;
  /** Id of the block it leads to. */
  readonly to: string;
}

/** A free note on a diagram. */
export interface SourceNote {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly text: string;
}

/** What a diagram does when an event comes, besides its blocks. */
export interface SourceHandler {
  readonly name: string;
  readonly event: string;
  readonly condition: string;
  readonly body: string;
}

/** One diagram of a file. */
export interface Diagram {
  /** `workflow`, `process` or `callflow`. */
  readonly kind: 'workflow' | 'process' | 'callflow';
  readonly file: string;
  readonly name: string;
  readonly designedUsing: string;
  readonly blocks: readonly SourceBlock[];
  readonly handlers: readonly SourceHandler[];
  /** Where the blocks stand, by block id. */
  readonly positions: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
  readonly notes: readonly SourceNote[];
  /** Links that lead from or to a block which is not there. */
  readonly danglingLinks: number;
}
