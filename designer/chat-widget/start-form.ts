import { element } from './element.ts';
import type { WidgetTexts } from './widget-texts.ts';

/** What a customer says of themselves before a chat. */
export interface StartWish {
  readonly name: string;
  readonly email: string;
  readonly text: string;
}

/** The form before a chat. `onStart` rejects with the reason when it could not begin. */
export function startForm(
  texts: WidgetTexts,
  known: Partial<StartWish>,
  onStart: (wish: StartWish) => Promise<void>,
): HTMLFormElement {
  const name = element('input', { value: known.name ?? '', maxLength: 200, autocomplete: 'name' });
  const email = element('input', { type: 'email', value: known.email ?? '', maxLength: 254, autocomplete: 'email' });
  const text = element('textarea', { rows: 4, maxLength: 4000, required: true, value: known.text ?? '' });
  const error = element('p', { className: 'error', role: 'alert' });
  const start = element('button', { type: 'submit' }, texts.start);
  const form = element(
    'form',
    {},
    element('label', {}, texts.name, name),
    element('label', {}, texts.email, email),
    element('label', {}, texts.question, text),
    error,
    start,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    start.disabled = true;
    start.textContent = texts.starting;
    error.textContent = '';
    onStart({ name: name.value.trim(), email: email.value.trim(), text: text.value.trim() }).catch(
      (reason: unknown) => {
        error.textContent = reason instanceof Error ? reason.message : texts.failed;
        start.disabled = false;
        start.textContent = texts.start;
      },
    );
  });
  return form;
}
