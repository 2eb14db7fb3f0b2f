import type { TablerIcon } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { z } from 'zod';
import type { PlacedReference } from '#dsl/document/references-of.ts';
import type { FieldProblems } from '../../kit/form/issue-words.ts';
import type { Column } from '../../kit/list/object-list.tsx';

/** What the fields of a document's form get. */
export interface DocumentFieldsProps<Draft> {
  readonly draft: Draft;
  readonly problems: FieldProblems;
  readonly onChange: (change: Partial<Draft>) => void;
  /** The name is the key of what is kept, and cannot be changed. */
  readonly isKept: boolean;
  readonly disabled: boolean;
  /** What would be sent; undefined after leading to what does not fit. */
  readonly settings: () => unknown;
}

/** Texts about a kind of document. */
export interface DocumentTexts {
  readonly kind: string;
  readonly create: string;
  readonly save: string;
  readonly emptyTitle: string;
  readonly empty: string;
  readonly taken: string;
}

/** A kind of document that is listed, made, changed and deleted by name, all in the same way. */
export interface DocumentKind<Line extends { readonly name: string }, Draft extends { readonly name: string }> {
  readonly area: 'settings' | 'knowledge';
  /** Its word in the address. */
  readonly section: string;
  /** Where the server keeps it. */
  readonly path: `/api/${string}`;
  /** What processes call it by; left out for what none refers to. */
  readonly reference?: PlacedReference['kind'];
  readonly texts: DocumentTexts;
  readonly icon: TablerIcon;
  readonly columns: readonly Column<Line>[];
  readonly subtitleOf: (line: Line) => string;
  readonly line: z.ZodType<Line>;
  /** What is sent. */
  readonly schema: z.ZodType;
  /** What is read of one document to change it; left out where its line in the list says all there is. */
  readonly kept?: z.ZodType;
  readonly fresh: Draft;
  /** The draft of what is kept: a document, or its line. */
  readonly draftOf: (kept: never) => Draft;
  readonly bodyOf: (draft: Draft) => unknown;
  readonly check?: (draft: Draft, isKept: boolean) => FieldProblems;
  /** What is kept after a save; left out, what was saved. */
  readonly settled?: (draft: Draft) => Draft;
  readonly Fields: ComponentType<DocumentFieldsProps<Draft>>;
}
