import { CodedError } from '#dsl/errors/coded-error.ts';
import type { FormField, WebForm } from '#dsl/model/web-form.ts';
import { phoneNumber } from '#dsl/model/phone-number.ts';
import { compileRegex } from '#dsl/screening-pattern/compile-regex.ts';
import { isAddress } from '../email/is-address.ts';
import { storableText } from '../email/storable-text.ts';
import type { FormData } from './read-form-data.ts';

const longestLine = 500;
const longestText = 20_000;

/** What was answered, by key, in the order of the form; empty answers are left out. */
export type FormAnswers = ReadonlyMap<string, string>;

/** Checks what was sent in against the form. Throws `request/invalid` with the first field that does not fit. */
export function checkAnswers(form: WebForm, sent: FormData): FormAnswers {
  checkFiles(form, sent);
  const answers = new Map<string, string>();
  for (const field of form.fields) {
    const text = field.kind === 'file' ? fileNames(field, sent) : answerOf(field, sent);
    if (text === '' && field.required) throw wrong(field, 'an answer');
    if (text !== '') answers.set(field.key, text);
  }
  return answers;
}

function answerOf(field: FormField, sent: FormData): string {
  const longest = field.kind === 'lines' ? longestText : longestLine;
  const given = (sent.texts.get(field.key) ?? '').trim().replaceAll('\r\n', '\n');
  if (given === '') return '';
  if (given.length > longest) throw wrong(field, `at most ${longest} characters`);
  const text = storableText(given);
  const expected = misfit(field, text);
  if (expected !== undefined) throw wrong(field, expected);
  return text;
}

/** What would be right; undefined when the answer is. */
function misfit({ kind, options, pattern }: FormField, text: string): string | undefined {
  if (kind !== 'lines' && /\p{Cc}/u.test(text)) return 'one line';
  if (kind === 'email' && (!isAddress(text) || text.length > 254)) return 'an e-mail address such as name@example.org';
  if (kind === 'phone' && phoneNumber(text) === undefined) return 'a phone number such as +49 30 123456';
  if (kind === 'number' && !/^-?\d{1,15}(?:[.,]\d{1,6})?$/.test(text)) return 'a number';
  if (kind === 'date' && !isDate(text)) return 'a date such as 2027-01-31';
  if (kind === 'choice' && !options.includes(text)) return `one of ${options.join(', ')}`;
  if (pattern === undefined) return undefined;
  const made = compileRegex(pattern, false);
  return 'compiled' in made && made.compiled.matches(text) ? undefined : `what fits ${pattern}`;
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;
}

function fileNames({ key }: FormField, { files }: FormData): string {
  return files.flatMap(({ field, fileName }) => (field === key ? [storableText(fileName, 200)] : [])).join(', ');
}

function checkFiles({ fields, maxFiles, maxFileMegabytes }: WebForm, { files }: FormData): void {
  if (files.length > maxFiles)
    throw new CodedError('request/invalid', { field: 'files', expected: `at most ${maxFiles} files` });
  for (const { field, bytes } of files) {
    const asked = fields.find(({ key, kind }) => key === field && kind === 'file');
    if (asked === undefined) throw new CodedError('request/invalid', { field, expected: 'no file' });
    if (bytes.length > maxFileMegabytes * 1024 * 1024) throw wrong(asked, `files of at most ${maxFileMegabytes} MB`);
  }
}

function wrong({ key }: FormField, expected: string): CodedError {
  return new CodedError('request/invalid', { field: key, expected });
}
