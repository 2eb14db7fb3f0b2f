import { dateFunctions } from './date-functions.ts';
import type { FieldCodeFunction } from './field-code-function.ts';
import { valueFunctions } from './value-functions.ts';

/** Every function that a formula may call. Their names are read without regard to case. */
export const fieldCodeFunctions: readonly FieldCodeFunction[] = [...valueFunctions, ...dateFunctions];
