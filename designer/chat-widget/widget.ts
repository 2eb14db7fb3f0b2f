import type { ChatMessage, ChatState } from '#dsl/protocol/chat.ts';
import { ChatClient } from './chat-client.ts';
import { browserShelf } from './chat-shelf.ts';
import { ChatView } from './chat-view.ts';
import { element } from './element.ts';
import { startForm, type StartWish } from './start-form.ts';
import { widgetStyle } from './widget-style.ts';
import { type WidgetTexts, widgetTexts } from './widget-texts.ts';

/** What the page says of the widget, by attributes `data-…` of the script. */
interface WidgetSettings {
  readonly url: string;
  readonly tenant: string;
  readonly endpoint: string;
  readonly texts: WidgetTexts;
  readonly known: Partial<StartWish>;
  readonly data: Readonly<Record<string, string>>;
  readonly isLasting: boolean;
}

/** The widget on its page: a button that opens a panel, both in a shadow that the page's styles do not reach. */
class Widget {
  readonly #settings: WidgetSettings;
  readonly #host = document.createElement('signalbox-chat');
  readonly #badge = element('span', { className: 'badge', hidden: true });
  readonly #launch: HTMLButtonElement;
  readonly #panel: HTMLElement;
  readonly #end: HTMLButtonElement;
  #view: ChatView | undefined;
  #client: ChatClient | undefined;
  #unread = 0;
  /** Kept until the chat has begun, so that a start that is tried again is the same chat. */
  #clientKey = newKey();

  constructor(settings: WidgetSettings) {
    this.#settings = settings;
    const { texts } = settings;
    const shadow = this.#host.attachShadow({ mode: 'open' });
    const style = new CSSStyleSheet();
    style.replaceSync(widgetStyle);
    shadow.adoptedStyleSheets = [style];
    this.#launch = element('button', { className: 'launch', 'aria-haspopup': 'dialog' }, texts.title, this.#badge);
    this.#launch.addEventListener('click', () => this.#open());
    this.#end = element('button', { className: 'plain', type: 'button', hidden: true }, texts.end);
    this.#end.addEventListener('click', () => this.#endAsked());
    const shut = element('button', { className: 'plain', type: 'button', 'aria-label': texts.close }, '✕');
    shut.addEventListener('click', () => this.#shut());
    this.#panel = element(
      'div',
      { className: 'panel', role: 'dialog', 'aria-label': texts.title, hidden: true },
      element('header', {}, element('h2', {}, texts.title), this.#end, shut),
    );
    this.#panel.addEventListener('keydown', ({ key }) => key === 'Escape' && this.#shut());
    shadow.append(this.#panel, this.#launch);
    document.body.append(this.#host);
    if (!this.#resume()) this.#showForm();
  }

  #open(): void {
    this.#panel.hidden = false;
    this.#launch.hidden = true;
    this.#host.className = 'open';
    this.#setUnread(0);
    if (this.#view !== undefined) this.#view.focus();
    else this.#panel.querySelector('input')?.focus();
  }

  #shut(): void {
    this.#panel.hidden = true;
    this.#launch.hidden = false;
    this.#host.className = '';
    this.#launch.focus();
  }

  #show(...parts: readonly HTMLElement[]): void {
    const [header] = this.#panel.children;
    this.#panel.replaceChildren(...(header === undefined ? [] : [header]), ...parts);
  }

  #showForm(): void {
    this.#view = undefined;
    this.#end.hidden = true;
    const { texts, known } = this.#settings;
    this.#show(startForm(texts, known, (wish) => this.#start(wish)));
  }

  async #start(wish: StartWish): Promise<void> {
    const { tenant, endpoint, data } = this.#settings;
    const client = this.#newClient();
    await client.open({ ...wish, tenant, endpoint, data, clientKey: this.#clientKey });
    this.#clientKey = newKey();
    this.#view?.focus();
  }

  #resume(): boolean {
    const client = this.#newClient();
    if (client.resume()) return true;
    this.#client = undefined;
    return false;
  }

  /** A client with its view; the view is shown with the first thing the server tells. */
  #newClient(): ChatClient {
    const { url, texts, endpoint, tenant, isLasting } = this.#settings;
    const shelf = browserShelf(`${url} ${tenant} ${endpoint}`, isLasting);
    const view = new ChatView(texts, {
      onSay: (text) => client.say(text),
      onTyping: (on) => client.typing(on),
      onDrop: (clientId) => client.drop(clientId),
      onUpload: (file) => {
        client
          .sendFile(file)
          .catch((error: unknown) => view.say(error instanceof Error ? error.message : texts.failed));
      },
      onFile: (file) => void this.#save(client, file),
    });
    const client = new ChatClient(
      { url, ...(shelf && { shelf }) },
      {
        onMessages: (messages) => {
          view.add(messages);
          const others = messages.filter(({ from }) => from.kind !== 'customer').length;
          if (this.#panel.hidden) this.#setUnread(this.#unread + others);
        },
        onPending: (pending) => view.showPending(pending),
        onSession: (session) => this.#onSession(view, session),
        onTyping: (from, on) => view.say(on ? (from.name || texts.system) + texts.typing : ''),
        onLink: (link) => view.say(link === 'offline' ? texts.offline : ''),
        onGone: () => this.#showForm(),
      },
    );
    this.#client = client;
    return client;
  }

  #onSession(view: ChatView, { state }: ChatState): void {
    if (this.#view !== view) {
      this.#view = view;
      this.#show(...view.parts);
    }
    const isEnded = state === 'closed';
    view.setEnded(isEnded);
    this.#end.hidden = false;
    this.#end.textContent = isEnded ? this.#settings.texts.again : this.#settings.texts.end;
  }

  #endAsked(): void {
    const { texts } = this.#settings;
    if (this.#client?.session?.state === 'closed') {
      this.#client.forget();
      this.#showForm();
      this.#panel.querySelector('input')?.focus();
    } else if (this.#end.textContent === texts.endSure) {
      this.#client?.close().catch(() => this.#view?.say(texts.failed));
    } else {
      // Asked twice in place: a dialog of the browser would block the page.
      this.#end.textContent = texts.endSure;
      setTimeout(() => {
        if (this.#end.textContent === texts.endSure) this.#end.textContent = texts.end;
      }, 4000);
    }
  }

  async #save(client: ChatClient, { id, fileName }: NonNullable<ChatMessage['file']>): Promise<void> {
    try {
      const href = URL.createObjectURL(await client.file(id));
      element('a', { href, download: fileName }).click();
      setTimeout(() => URL.revokeObjectURL(href), 10_000);
    } catch {
      this.#view?.say(this.#settings.texts.failed);
    }
  }

  #setUnread(count: number): void {
    this.#unread = count;
    this.#badge.hidden = count === 0;
    this.#badge.textContent = String(count);
    this.#badge.setAttribute('aria-label', `${count} ${this.#settings.texts.newMessages}`);
  }
}

function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(24))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function readSettings(script: HTMLScriptElement): WidgetSettings {
  const { dataset } = script;
  const language = dataset['lang'] ?? document.documentElement.lang;
  const texts = language.startsWith('de') ? widgetTexts.de : widgetTexts.en;
  const own = dataset['texts'] === undefined ? {} : (JSON.parse(dataset['texts']) as Partial<WidgetTexts>);
  const attached = Object.entries(dataset).flatMap(([key, value]) =>
    key.startsWith('attach') && value !== undefined ? [[key.slice('attach'.length), value]] : [],
  );
  return {
    url: dataset['url'] ?? new URL(script.src).origin,
    tenant: dataset['tenant'] ?? 'default',
    endpoint: dataset['endpoint'] ?? 'default',
    texts: { ...texts, ...(dataset['title'] && { title: dataset['title'] }), ...own },
    known: { name: dataset['name'] ?? '', email: dataset['email'] ?? '' },
    data: Object.fromEntries(attached),
    isLasting: dataset['keep'] === 'always',
  };
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement) {
  const settings = readSettings(script);
  const begin = (): void => void new Widget(settings);
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin);
  else begin();
}
