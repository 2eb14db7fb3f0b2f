import type { OpenForm } from '#dsl/protocol/web-forms.ts';
import { element } from '../chat-widget/element.ts';
import type { FormTexts } from './form-texts.ts';

type Field = OpenForm['fields'][number];
type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** A question on the page. */
export interface ShownField {
  readonly key: string;
  readonly block: HTMLElement;
  readonly control: Control;
  /** Says what is wrong with the answer, or that nothing is. */
  blame(problem: string): void;
}

const inputTypes = {
  text: 'text',
  email: 'email',
  phone: 'tel',
  number: 'text',
  date: 'date',
  checkbox: 'checkbox',
  file: 'file',
} as const;

/** What browsers may fill in by themselves (HTML 4.10.18.7). */
const autofill: Readonly<Record<Field['meaning'], string>> = {
  none: 'off',
  address: 'email',
  name: 'name',
  phone: 'tel',
  subject: 'off',
  message: 'off',
};

/** Draws a question: label, input, hint and what is wrong, tied together for screen readers. */
export function formField(field: Field, form: OpenForm, texts: FormTexts): ShownField {
  const { key, kind, label, required } = field;
  const control = controlOf(field, form, texts);
  const hintText = kind === 'file' ? [field.hint, texts.files(form.maxFiles, form.maxFileMegabytes)] : [field.hint];
  const hint = element('span', { className: 'hint', id: `${key}-hint` }, hintText.filter(Boolean).join('. '));
  const wrong = element('span', { className: 'wrong', id: `${key}-wrong` });
  control.id = key;
  control.name = key;
  control.required = required;
  control.setAttribute('aria-describedby', `${key}-hint ${key}-wrong`);
  const mark = required ? '' : element('span', { className: 'optional' }, ` ${texts.optional}`);
  const words = element('label', { htmlFor: key }, label, mark);
  const parts = kind === 'checkbox' ? [control, words] : [words, control];
  const block = element('div', { className: kind === 'checkbox' ? 'field check' : 'field' }, ...parts, hint, wrong);
  return {
    key,
    block,
    control,
    blame(problem) {
      wrong.textContent = problem;
      control.setAttribute('aria-invalid', String(problem !== ''));
    },
  };
}

function controlOf({ kind, options, meaning }: Field, form: OpenForm, texts: FormTexts): Control {
  if (kind === 'lines') return element('textarea', { rows: 6, maxLength: 20_000 });
  if (kind === 'choice') {
    const choices = options.map((option) => element('option', { value: option }, option));
    return element('select', {}, element('option', { value: '' }, texts.choose), ...choices);
  }
  const input = element('input', { type: inputTypes[kind], autocomplete: autofill[meaning] });
  if (kind === 'file') input.multiple = form.maxFiles > 1;
  else if (kind === 'checkbox') input.value = texts.yes;
  else input.maxLength = 500;
  if (kind === 'number') input.inputMode = 'decimal';
  return input;
}
