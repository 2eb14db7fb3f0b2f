import type { z } from 'zod';
import type { Expression } from '../document/parameter.ts';
import type { HostCall } from './host-call.ts';

/** Palette groups, in the field's words. */
export type BlockCategory = 'flow' | 'data' | 'segmentation' | 'content' | 'mail' | 'routing';

/** How a block shows itself; plain data, so that no React enters the language. `icon` is a Tabler icon name without prefix. */
export interface Face<Config> {
  readonly label: string;
  readonly icon: string;
  readonly category: BlockCategory;
  /** What the block is for, in two or three sentences: palette, reference page and JSON Schema show it. */
  readonly help: string;
  /** One line for the card, from its settings: 'to E-mail distribution, 60 s'. */
  summary(config: Config): string;
}

/** An exit of a block. `success` and `branch` are green, `error` is red. */
export interface Port {
  readonly name: string;
  readonly kind: 'success' | 'branch' | 'error';
  /** True when the path may end here unwired, because the interaction has already been placed or the strategy is meant to end. */
  readonly ends?: boolean;
  /** Port whose wire is followed when this one has none. */
  readonly fallback?: string;
}

/** A use of something by name, found in a block's settings: where-used, rename, checks and export bundles live on it. */
export interface Reference {
  readonly kind:
    | 'queue'
    | 'response'
    | 'screening-rule'
    | 'routing-rule'
    | 'model'
    | 'agent-group'
    | 'agent'
    | 'strategy'
    | 'variable'
    | 'macro'
    | 'list'
    | 'calendar'
    | 'data-source'
    | 'external-service'
    | 'secret';
  readonly name: string;
  /** Keys below the block's `config`. */
  readonly path: readonly (string | number)[];
  /** True where the name is the last key of the path, instead of the value there. */
  readonly isKey?: boolean;
  /** Set for a queue that must be a workbin: the owner as the settings have it, undefined when left out. */
  readonly workbin?: { readonly owner: unknown };
}

/** What a block may do besides computing. */
export interface Effects {
  /** The interaction may leave the strategy by it. */
  readonly places: boolean;
  /** Time may pass in it, so that a loop through it does not spin. */
  readonly waits: boolean;
}

/** A text in one of the small languages, found in a block's settings: for checks of syntax and for completion. */
export interface Fragment {
  readonly kind: 'expression' | 'script' | 'skill-expression' | 'field-code';
  readonly code: string;
  readonly path: readonly (string | number)[];
}

/** What a block may ask while it is compiled. */
export interface CompileContext {
  readonly strategy: string;
  readonly blockId: string;
  /** A literal as JSON, an expression in parentheses; objects and lists member by member. */
  toJs(value: unknown): string;
  /** Names of a macro's parameters in the order of a call; none for a macro the process does not have. */
  macroParameters(macro: string): readonly string[];
}

/** A block type of the language: schema, face, exits and how it compiles. One folder under dsl/blocks each. */
export interface Block<Type extends string = string, Schema extends z.ZodObject = z.ZodObject> {
  readonly type: Type;
  readonly config: Schema;
  /** A method, so that blocks of different settings share one registry type. */
  readonly face: Face<z.output<Schema>>;
  ports(config: z.output<Schema>): readonly Port[];
  /** Names used in settings; pure literals only, expressions are left out. */
  references(config: z.output<Schema>): readonly Reference[];
  /** Settings of a fresh block as the palette drops it. */
  readonly initial: z.input<Schema>;
  /** The host call the block rests on, where it does anything to the world. */
  readonly call?: HostCall;
  /** How it goes into the strategies it names: calls them as subroutines (left out), or goes on there without coming back. */
  readonly entersBy?: 'call' | 'switch';
  /** Where a strategy begins (exactly one) or ends without placing the interaction. */
  readonly role?: 'entry' | 'exit';
  /** What a block without a host call of its own may do through others, such as a script; left out: what `call` says. */
  effects?(config: z.output<Schema>): Effects;
  /** JavaScript and small languages in the settings beyond the `{ js }` of parameters and the conditions, which are found by themselves. */
  fragments?(config: z.output<Schema>): readonly Fragment[];
  /**
   * Statements of an async function body with `run`, `interaction`, `contact`, `data`, `vars`, `lastError` in scope.
   * They return the name of the port to leave by.
   */
  compile(config: z.output<Schema>, context: CompileContext): string;
}

/** Declares a block; exists so that type and schema keep their literal types. */
export function defineBlock<Type extends string, Schema extends z.ZodObject>(
  block: Block<Type, Schema>,
): Block<Type, Schema> {
  return block;
}

/** The port every block that can fail has. */
export const errorPort: Port = { name: 'error', kind: 'error' };

/** Either form of a parameter as the summary line shows it. */
export function shown(value: string | number | boolean | Expression | undefined): string {
  if (value === undefined || value === '') return '…';
  return typeof value === 'object' ? `{${value.js}}` : String(value);
}
