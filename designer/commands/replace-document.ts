import type { BusinessProcessInput } from '#dsl/document/business-process.ts';
import type { Edit, Snapshot } from './edit.ts';

/** Takes over a document that was edited as text; layout of what kept its name stays. */
export function replaceDocument(label: string, document: BusinessProcessInput, merge?: string): Edit {
  return { label, ...(merge !== undefined && { merge }), apply: (snapshot) => ({ ...snapshot, document }) };
}

/** Goes to a whole other state, such as an earlier version. */
export function replaceSnapshot(label: string, snapshot: Snapshot): Edit {
  return { label, apply: () => snapshot };
}
