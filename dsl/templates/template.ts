import type { BusinessProcessInput } from '../document/business-process.ts';

type StrategyInput = NonNullable<BusinessProcessInput['strategies']>[string];

/** What kind of thing fills a slot: a list of the tenant's names, or a queue of the process. */
export type SlotKind =
  | 'responses'
  | 'screeningRules'
  | 'models'
  | 'agentGroups'
  | 'calendars'
  | 'externalServices'
  | 'queues';

/** A name that a template leaves open. */
export interface TemplateSlot {
  readonly kind: SlotKind;
  /** The name it is given when nothing else is known; of the names that exist, the one most like it is proposed. */
  readonly wish: string;
}

/** Slots of a template by their key; the texts of their labels are found by it. */
export type TemplateSlots = Readonly<Record<string, TemplateSlot>>;

/** Names chosen for slots, by key. */
export type ChosenNames = Readonly<Record<string, string>>;

/** What a new process may begin with. */
export interface ProcessTemplate {
  readonly slots: TemplateSlots;
  /** The document of a process of this name. */
  readonly make: (name: string, chosen: ChosenNames) => BusinessProcessInput;
}

/** What a new strategy of an existing process may begin with. */
export interface StrategyTemplate {
  readonly slots: TemplateSlots;
  readonly make: (chosen: ChosenNames) => StrategyInput;
}
