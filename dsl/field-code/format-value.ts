import { type FieldCodeValue, dateOf, isList, numberOf, UnresolvedFieldCode } from './field-code-value.ts';
import { formatDate } from './format-date.ts';
import { formatNumber } from './format-number.ts';

/** For whom a template is rendered: BCP 47 locale, IANA time zone, and the instant that Now() gives. */
export interface RenderContext {
  readonly locale: string;
  readonly timeZone: string;
  readonly now: Date;
}

/** The text of a value where no format is given: empty for what is empty, lists with commas, numbers and dates by locale. */
export function textOfValue(value: FieldCodeValue, context: RenderContext, at: number): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    return new Intl.NumberFormat(context.locale, { useGrouping: false, maximumFractionDigits: 10 }).format(value);
  }
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return '';
    const { locale, timeZone } = context;
    return new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium', timeStyle: 'short' }).format(value);
  }
  if (isList(value)) return value.map((one) => textOfValue(one, context, at)).join(', ');
  throw new UnresolvedFieldCode('this is an object; name one of its fields', at);
}

/** A value by a format of the author: `"#,##0.00"` for numbers, `"yyyy-MM-dd"` for dates. What is empty stays empty. */
export function formatValue(value: FieldCodeValue, format: string, context: RenderContext & { at: number }): string {
  if (value === null || value === '') return '';
  const date = dateOf(value);
  if (date !== undefined) return formatDate(date, format, context);
  const number = numberOf(value);
  const formatted = number === undefined ? undefined : formatNumber(number, format, context.locale);
  if (formatted !== undefined) return formatted;
  const kind = number === undefined ? 'neither a number nor a date' : 'a number, and the format has no # or 0';
  throw new UnresolvedFieldCode(`the format "${format}" does not apply: the value is ${kind}`, context.at);
}
