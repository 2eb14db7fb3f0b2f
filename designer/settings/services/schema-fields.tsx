import type { ReactNode } from 'react';
import type { FieldSpec } from '../../kit/form/field-specs.ts';
import { SchemaField, type SchemaFieldProps } from '../../kit/form/schema-field.tsx';
import type { DocumentFieldsProps } from '../../knowledge/documents/document-kind.ts';

/** A form's draft of plain fields, blank where nothing is given. */
export type PlainDraft = Readonly<Record<string, unknown>> & { readonly name: string; readonly description: string };

/** Draws a field of a draft by its schema. */
export function plainField<Draft extends PlainDraft>(
  specs: Readonly<Record<string, FieldSpec>>,
  { draft, problems, onChange, disabled }: DocumentFieldsProps<Draft>,
): (key: string, more?: Partial<SchemaFieldProps>) => ReactNode {
  return function field(key, more = {}) {
    const spec = specs[key];
    if (spec === undefined) return null;
    return (
      <SchemaField
        key={key}
        spec={spec}
        value={draft[key]}
        problem={problems[key]}
        disabled={disabled}
        onChange={(value) => onChange({ [key]: value } as Partial<Draft>)}
        {...more}
      />
    );
  };
}

/** The draft of a new document: what the schema puts in, and blanks. */
export function freshDraft(specs: Readonly<Record<string, FieldSpec>>): PlainDraft {
  const given = Object.values(specs).map(({ key, kind, initial }) => [
    key,
    initial ?? (kind === 'text' ? '' : undefined),
  ]);
  return { name: '', description: '', ...(Object.fromEntries(given) as Record<string, unknown>) };
}

/** What is sent of a draft: texts that say nothing are left out. */
export function plainBody(draft: PlainDraft): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(draft).filter(([key, value]) => value !== '' || key === 'name'));
}
