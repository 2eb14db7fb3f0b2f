import type { FieldCodeProblem } from './field-code-value.ts';
import type { FieldCode, Template } from './formula.ts';
import { parseFormula } from './parse-formula.ts';
import { scanTemplate } from './scan-template.ts';

/**
 * Reads a text with field codes such as `Dear <$Contact.FirstName$>`. In HTML the delimiters may be entities, as rich-text
 * editors write them. Grammar, functions and their number of arguments are checked here; whether an object or a field
 * exists shows when the text is rendered. Every faulty field code is reported, in order.
 */
export function parseTemplate(text: string): { template: Template } | { errors: FieldCodeProblem[] } {
  const { parts, problems } = scanTemplate(text);
  const errors: FieldCodeProblem[] = [];
  const read: (string | FieldCode)[] = [];
  for (const part of parts) {
    if (typeof part === 'string') read.push(part);
    else {
      const result = parseFormula(part);
      if ('formula' in result) read.push({ formula: result.formula, at: part.at });
      else errors.push(result.problem);
    }
  }
  errors.push(...problems);
  return errors.length > 0 ? { errors } : { template: { parts: read } };
}
