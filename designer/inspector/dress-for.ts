import { inspector as t } from '../kit/messages/en/inspector.ts';
import { type FieldProps, problemText } from './field-props.ts';
import type { FormField } from './form-field.ts';

/** Label, hint and error of a control; just its name for listeners when a frame shows the rest. */
export function dressFor(props: FieldProps & { readonly isBare?: boolean }) {
  const { field, problems } = props;
  const error = problemText(problems);
  if (props.isBare === true) return { 'aria-label': field.title, ...(error !== undefined && { error: true }) };
  return {
    label: field.title,
    ...(field.description !== undefined && { description: field.description }),
    ...(error !== undefined && { error }),
  };
}

/** The default, shown as such in an empty field. */
export function placeholderFor(field: FormField): string {
  const { defaultValue, unit } = field;
  if (defaultValue === undefined || typeof defaultValue === 'object') return '';
  return t.byDefault(
    `${typeof defaultValue === 'string' ? defaultValue : JSON.stringify(defaultValue)}${unit === undefined ? '' : ` ${unit}`}`,
  );
}
