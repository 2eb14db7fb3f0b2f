import { createContext, useContext } from 'react';
import type { Editor } from '#dsl/block/editor.ts';
import type { NamedUse } from '../process/uses-of-name.ts';
import type { ExpectedKey } from './expected-keys.ts';

/** A field that a condition may compare, as the condition builder offers it. */
export interface ConditionFieldOption {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'number' | 'time';
}

/** Keys of a record that other places name. */
export interface FollowedKeys {
  /** What is wrong with a name for such a key; `undefined` when nothing is. */
  problemOf(name: string): string | undefined;
  /** Gives a key another name, and follows it wherever it is named. */
  rename(from: string, to: string): void;
  usesOf(name: string): readonly NamedUse[];
}

/** What forms offer beyond types: names to pick, fields to compare, declarations to complete by. */
export interface InspectorSurroundings {
  /** Names a picker offers; `undefined` where there is nothing to pick from. */
  namesFor(editor: Editor | undefined): readonly string[] | undefined;
  /** Adds something of this kind, where a form may; `undefined` where it may not. */
  creatorOf(editor: Editor | undefined): ((name: string) => void) | undefined;
  /** Keys that a record should have, by the fields beside it; `undefined` where any key will do. */
  keysFor(editor: Editor | undefined, siblings: Readonly<Record<string, unknown>>): readonly ExpectedKey[] | undefined;
  /** For keys that other places name, such as variables: how to rename one and where it is used. Left out: it stands alone. */
  followedBy?(editor: Editor | undefined): FollowedKeys | undefined;
  readonly conditionFields: readonly ConditionFieldOption[];
  readonly types: string;
}

/** Surroundings of the forms below; provided by the inspector of the object that is shown. */
export const InspectorContext = createContext<InspectorSurroundings>({
  namesFor: () => undefined,
  creatorOf: () => undefined,
  keysFor: () => undefined,
  conditionFields: [],
  types: '',
});

/** What forms offer beyond types. */
export function useInspector(): InspectorSurroundings {
  return useContext(InspectorContext);
}
