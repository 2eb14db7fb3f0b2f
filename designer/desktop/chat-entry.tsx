import { IconEyeOff, IconExternalLink, IconPaperclip } from '@tabler/icons-react';
import type { ChatMessage } from '#dsl/protocol/chat.ts';
import { chat as t } from '../kit/messages/en/chat.ts';
import { RelativeTime } from '../kit/relative-time.tsx';
import classes from './chat.module.css';
import { fileSize } from './file-size.ts';

/** One entry of a chat. What was written is shown as text, whatever it holds. */
export function ChatEntry({ message }: { readonly message: ChatMessage }) {
  const event = eventOf(message);
  if (event !== undefined) return <p className={classes.event}>{event}</p>;
  const isOurs = message.from.kind !== 'customer';
  return (
    <div className={classes.entry} data-ours={isOurs} data-inside={message.visibility === 'agents'}>
      <p className={classes.who}>
        {nameOf(message)} · <RelativeTime at={message.at} />
        {message.visibility === 'agents' && (
          <span className={classes.inside}>
            <IconEyeOff size={12} aria-hidden /> {t.agentsOnly}
          </span>
        )}
      </p>
      <div className={classes.bubble}>
        <EntryText message={message} />
      </div>
    </div>
  );
}

function EntryText({ message }: { readonly message: ChatMessage }) {
  const { file, kind, text } = message;
  if (file !== undefined)
    return (
      <a href={`/api/attachments/${file.id}`} download>
        <IconPaperclip size={14} aria-hidden /> {file.fileName} ({fileSize(file.size)})
      </a>
    );
  if (kind === 'push-url' && /^https?:\/\//.test(text))
    return (
      <a href={text} target="_blank" rel="noreferrer noopener" title={t.openAddress}>
        <IconExternalLink size={14} aria-hidden /> {text}
      </a>
    );
  return text;
}

/** Who an entry is from, by name or else by kind. */
export function nameOf({ from }: Pick<ChatMessage, 'from'>): string {
  if (from.name !== '') return from.name;
  if (from.kind === 'customer') return t.customer;
  return from.kind === 'strategy' ? t.strategy : t.system;
}

function eventOf(message: ChatMessage): string | undefined {
  const who = nameOf(message);
  switch (message.kind) {
    case 'joined':
      return t.joined(who);
    case 'left':
      return t.left(who);
    case 'asleep':
      return t.asleep;
    case 'awake':
      return t.awake;
    case 'closed':
      if (message.text !== '') return message.text;
      return message.from.kind === 'system' ? t.closed : t.closedBy(who);
    case 'alert':
    case 'file':
    case 'message':
    case 'notice':
    case 'push-url':
      return undefined;
  }
}
