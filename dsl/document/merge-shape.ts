/**
 * How a document is taken apart when two people changed it: an *object* is merged field by field and is there or not there
 * as one thing, a *record* is merged name by name and is the same empty as absent, anything else is one value.
 */
export type MergeShape =
  | {
      readonly kind: 'object';
      readonly fields: Readonly<Record<string, MergeShape>>;
      /** A field that decides what the others mean: where two sides differ in it, the object is one value. */
      readonly decidedBy?: string;
      /** True when two new objects of one name are not the same thing said twice, so they are compared whole. */
      readonly isWholeWhenNew?: boolean;
    }
  | { readonly kind: 'record'; readonly each: MergeShape }
  | { readonly kind: 'value' };

const value: MergeShape = { kind: 'value' };
const record = (each: MergeShape): MergeShape => ({ kind: 'record', each });
const object = (fields: Readonly<Record<string, MergeShape>>): MergeShape => ({ kind: 'object', fields });

const block: MergeShape = {
  kind: 'object',
  fields: { config: record(value), ports: record(value) },
  decidedBy: 'type',
};

/** A strategy is merged block by block, a block setting by setting and wire by wire. */
const strategy: MergeShape = {
  kind: 'object',
  fields: { blocks: record(block), tests: record(value) },
  isWholeWhenNew: true,
};

/** A business process is merged object by object. */
export const processMergeShape: MergeShape = object({
  endpoints: record(object({})),
  queues: record(object({ views: record(object({ submitter: object({}) })) })),
  strategies: record(strategy),
  // parameters and expression of a macro belong together
  macros: record(value),
});
