import type { ChatMessage } from '#dsl/protocol/chat.ts';
import { element } from './element.ts';
import type { WidgetTexts } from './widget-texts.ts';

/** What an entry needs to show itself. */
export interface EntryView {
  readonly texts: WidgetTexts;
  /** Saves a file of the chat. */
  readonly onFile: (file: NonNullable<ChatMessage['file']>) => void;
}

/** One entry of the log as the customer sees it. */
export function entryElement(message: ChatMessage, { texts, onFile }: EntryView): HTMLElement {
  const { kind, from, text, file } = message;
  const event = eventText(message, texts);
  if (event !== undefined) return element('p', { className: 'event' }, event);
  const isMine = from.kind === 'customer';
  const time = new Date(message.at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  const who = isMine ? texts.you : from.name || texts.system;
  let content: Node | string = text;
  if (file !== undefined) {
    content = element('button', { type: 'button', onclick: () => onFile(file) }, file.fileName);
  } else if (kind === 'push-url' && /^https?:\/\//.test(text)) {
    content = element('a', { href: text, target: '_blank', rel: 'noreferrer noopener' }, text);
  }
  return element(
    'div',
    { className: isMine ? 'entry mine' : 'entry' },
    element('p', {}, `${who} · ${time}`),
    element('div', { className: 'bubble' }, content),
  );
}

function eventText({ kind, from, text }: ChatMessage, texts: WidgetTexts): string | undefined {
  const who = from.name || texts.system;
  if (kind === 'joined') return who + texts.joined;
  if (kind === 'left') return who + texts.left;
  if (kind === 'asleep') return texts.paused;
  if (kind === 'awake') return texts.goesOn;
  if (kind === 'closed') return text || texts.ended;
  return kind === 'notice' || kind === 'alert' ? text : undefined;
}
