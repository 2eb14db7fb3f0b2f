import { fieldCodeFields, objectHelp } from './field-code-fields.ts';
import { fieldCodeFunctions } from './field-code-functions.ts';

/** One thing an author can put into a field code. */
export interface FieldCodeEntry {
  readonly kind: 'object' | 'field' | 'function';
  /** `Contact`, `FirstName` or `Left`. */
  readonly name: string;
  /** Object a field belongs to. */
  readonly object?: string;
  /** What is shown and, for a field, put between `<$` and `$>`: `Contact.FirstName`, `Left(text, count)`. */
  readonly code: string;
  readonly help: string;
}

/** Objects, fields and functions of field codes, for a picker and for the reference page. */
export const fieldCodeCatalogue: readonly FieldCodeEntry[] = [
  ...Object.entries(objectHelp).map(([name, help]) => ({ kind: 'object' as const, name, code: name, help })),
  ...fieldCodeFields.map(({ object, name, code, help }) => ({
    kind: 'field' as const,
    object,
    name,
    code: `${object}.${code ?? name}`,
    help,
  })),
  ...fieldCodeFunctions.map(({ name, signature, help }) => ({
    kind: 'function' as const,
    name,
    code: signature,
    help,
  })),
];
