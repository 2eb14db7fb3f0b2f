import type { OpenForm } from '#dsl/protocol/web-forms.ts';
import { element } from '../chat-widget/element.ts';
import { loadForm, type Refusal, sendForm } from './form-client.ts';
import { formField, type ShownField } from './form-field.ts';
import { formStyle } from './form-style.ts';
import { type FormTexts, formTexts } from './form-texts.ts';

const trapName = 'website';

/** A form on its page, in a shadow that the page's styles do not reach. */
class WebForm {
  readonly #address: string;
  readonly #texts: FormTexts;
  readonly #body = element('section', { 'aria-busy': 'true' });
  readonly #error = element('p', { className: 'wrong', role: 'alert' });
  readonly #send = element('button', { type: 'submit' });
  #token = '';
  #opened = 0;
  #fields: readonly ShownField[] = [];

  constructor(host: HTMLElement, address: string, texts: FormTexts) {
    this.#address = address;
    this.#texts = texts;
    const shadow = host.attachShadow({ mode: 'open' });
    const style = new CSSStyleSheet();
    style.replaceSync(formStyle);
    shadow.adoptedStyleSheets = [style];
    shadow.append(this.#body);
  }

  async show(): Promise<void> {
    try {
      this.#draw(await this.#load());
    } catch {
      this.#body.replaceChildren(element('p', { role: 'alert' }, this.#texts.notShown));
    }
    this.#body.removeAttribute('aria-busy');
  }

  async #load(): Promise<OpenForm> {
    const open = await loadForm(this.#address);
    this.#token = open.token;
    this.#opened = Date.now();
    return open;
  }

  #draw(open: OpenForm): void {
    this.#fields = open.fields.map((field) => formField(field, open, this.#texts));
    this.#send.textContent = open.button;
    // Nobody sees it, nobody reaches it with the keyboard; what fills it in is a machine.
    const trap = element('input', { name: trapName, tabIndex: -1, autocomplete: 'off' });
    const form = element(
      'form',
      { noValidate: true, 'aria-label': open.title },
      ...this.#fields.map(({ block }) => block),
      element('div', { className: 'trap', 'aria-hidden': 'true' }, trap),
      this.#error,
      this.#send,
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (this.#fits(open)) void this.#submit(form, open);
    });
    const intro = element('p', { className: 'intro', hidden: open.intro === '' }, open.intro);
    this.#body.replaceChildren(element('h2', {}, open.title), intro, form);
  }

  /** Says at each field what is missing, and leads to the first. */
  #fits(open: OpenForm): boolean {
    for (const field of this.#fields) field.blame(this.#misfit(field, open));
    const first = this.#fields.find(({ control }) => control.getAttribute('aria-invalid') === 'true');
    first?.control.focus();
    return first === undefined;
  }

  #misfit({ control }: ShownField, { maxFiles, maxFileMegabytes }: OpenForm): string {
    const files = control instanceof HTMLInputElement ? [...(control.files ?? [])] : [];
    if (files.length > maxFiles) return this.#texts.tooMany;
    if (files.some(({ size }) => size > maxFileMegabytes * 1024 * 1024)) return this.#texts.tooLarge;
    if (control.validity.valueMissing) return this.#texts.needed;
    return control.validity.valid ? '' : control.validationMessage;
  }

  async #submit(form: HTMLFormElement, open: OpenForm): Promise<void> {
    this.#send.disabled = true;
    this.#send.textContent = this.#texts.sending;
    this.#error.textContent = '';
    try {
      await this.#untilHuman(open.minSeconds);
      const body = new FormData(form);
      body.append('token', this.#token);
      const outcome = await sendForm(this.#address, body);
      if ('sent' in outcome) this.#thank(outcome.sent);
      else await this.#refused(outcome.refusal);
    } catch {
      this.#error.textContent = this.#texts.failed;
    }
    this.#send.disabled = false;
    this.#send.textContent = open.button;
  }

  /** People whose browser fills everything in are quick: the page waits for them. */
  async #untilHuman(minSeconds: number): Promise<void> {
    const leftMs = this.#opened + minSeconds * 1000 + 200 - Date.now();
    if (leftMs > 0) await new Promise((resolve) => setTimeout(resolve, leftMs));
  }

  async #refused({ code, message, field }: Refusal): Promise<void> {
    const wrong = this.#fields.find(({ key }) => key === field);
    wrong?.blame(message);
    wrong?.control.focus();
    // The page was open for too long: the next try goes with a new token.
    if (code === 'form/expired') await this.#load();
    if (wrong === undefined) this.#error.textContent = code === 'form/expired' ? this.#texts.failed : message;
  }

  #thank({ thanks, reference }: { readonly thanks: string; readonly reference: string }): void {
    const said = element('p', { className: 'thanks', role: 'status', tabIndex: -1 }, thanks);
    this.#body.replaceChildren(said, element('p', { className: 'hint' }, this.#texts.reference, reference));
    said.focus();
  }
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement) {
  const { dataset } = script;
  const language = dataset['lang'] ?? document.documentElement.lang;
  const url = dataset['url'] ?? new URL(script.src).origin;
  const names = [dataset['tenant'] ?? 'default', dataset['form'] ?? 'contact'].map(encodeURIComponent);
  const host = document.createElement('signalbox-form');
  // The form stands where the script does.
  script.after(host);
  const texts = language.startsWith('de') ? formTexts.de : formTexts.en;
  void new WebForm(host, `${url}/api/forms/${names.join('/')}`, texts).show();
}
