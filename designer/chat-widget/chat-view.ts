import type { ChatMessage } from '#dsl/protocol/chat.ts';
import type { PendingMessage } from './chat-client.ts';
import { element } from './element.ts';
import { entryElement, type EntryView } from './entry-element.ts';
import type { WidgetTexts } from './widget-texts.ts';

/** What the customer does in the conversation. */
export interface ChatViewActions extends Pick<EntryView, 'onFile'> {
  onSay(text: string): void;
  onTyping(on: boolean): void;
  onUpload(file: File): void;
  onDrop(clientId: string): void;
}

const maxText = 4000;
const typingAgainMs = 3000;

/** The conversation: log, what goes on now, and where the customer writes. */
export class ChatView {
  readonly #texts: WidgetTexts;
  readonly #actions: ChatViewActions;
  readonly #log: HTMLElement;
  readonly #waiting = element('div', { className: 'log', style: 'display:contents' });
  readonly #status: HTMLElement;
  readonly #write: HTMLElement;
  readonly #text: HTMLTextAreaElement;
  #toldAt = 0;

  constructor(texts: WidgetTexts, actions: ChatViewActions) {
    this.#texts = texts;
    this.#actions = actions;
    this.#log = element(
      'div',
      { className: 'log', role: 'log', tabIndex: 0, 'aria-label': texts.title },
      this.#waiting,
    );
    this.#status = element('div', { className: 'status', role: 'status' });
    this.#text = element('textarea', {
      rows: 2,
      maxLength: maxText,
      'aria-label': texts.message,
      placeholder: texts.message,
    });
    this.#text.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.#say();
    });
    this.#text.addEventListener('input', () => this.#type());
    const picker = element('input', { type: 'file', hidden: true });
    picker.addEventListener('change', () => {
      const [file] = picker.files ?? [];
      if (file !== undefined) actions.onUpload(file);
      picker.value = '';
    });
    const attach = { type: 'button', className: 'plain', title: texts.attach, 'aria-label': texts.attach };
    this.#write = element(
      'div',
      { className: 'write' },
      element('button', { ...attach, onclick: () => picker.click() }, '\u{1F4CE}'),
      picker,
      this.#text,
      element('button', { type: 'button', onclick: () => this.#say() }, texts.send),
    );
  }

  /** What stands in the panel. */
  get parts(): readonly HTMLElement[] {
    return [this.#log, this.#status, this.#write];
  }

  /** Shows further entries. */
  add(messages: readonly ChatMessage[]): void {
    const view = { texts: this.#texts, onFile: this.#actions.onFile };
    this.#waiting.before(...messages.map((message) => entryElement(message, view)));
    this.#status.textContent = '';
    this.#toEnd();
  }

  /** Shows what the server has not confirmed. */
  showPending(pending: readonly PendingMessage[]): void {
    this.#waiting.replaceChildren(...pending.map((one) => this.#pendingElement(one)));
    this.#toEnd();
  }

  /** Says what goes on now: who is typing, that the connection is lost. */
  say(status: string): void {
    this.#status.textContent = status;
  }

  /** Nothing can be written any more, or again. */
  setEnded(isEnded: boolean): void {
    this.#write.hidden = isEnded;
  }

  focus(): void {
    this.#text.focus();
  }

  #pendingElement({ clientId, text, refused }: PendingMessage): HTMLElement {
    const { sending, refused: notSent } = this.#texts;
    const about = refused === undefined ? sending : `${notSent}${refused} `;
    const drop = {
      type: 'button',
      className: 'plain',
      'aria-label': '×',
      onclick: () => this.#actions.onDrop(clientId),
    };
    const line = element('p', {}, about);
    if (refused !== undefined) line.append(element('button', drop, '×'));
    return element('div', { className: 'entry mine pending' }, line, element('div', { className: 'bubble' }, text));
  }

  #say(): void {
    const text = this.#text.value.trim();
    if (text === '') return;
    this.#text.value = '';
    this.#toldAt = 0;
    this.#actions.onSay(text);
  }

  #type(): void {
    const on = this.#text.value !== '';
    if (on && Date.now() - this.#toldAt < typingAgainMs) return;
    this.#toldAt = on ? Date.now() : 0;
    this.#actions.onTyping(on);
  }

  #toEnd(): void {
    this.#log.scrollTop = this.#log.scrollHeight;
  }
}
