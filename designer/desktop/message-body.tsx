import { Button } from '@mantine/core';
import { IconPhotoOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { Message } from '#dsl/protocol/interactions.ts';
import { desktop as t } from '../kit/messages/en/desktop.ts';
import { MailFrame } from './mail-frame.tsx';
import classes from './message.module.css';

/** The text of a message: as it was designed where there is HTML, plain otherwise or when the reader prefers it. */
export function MessageBody(props: { readonly message: Message; readonly showsImages: boolean; onShowImages(): void }) {
  const { message, showsImages } = props;
  const [isPlain, setPlain] = useState(false);
  const { html, text, blockedImages } = message;
  if (html === null || html === '') return <PlainText message={message} />;
  return (
    <>
      {!isPlain && !showsImages && blockedImages > 0 && (
        <div className={classes.blocked}>
          <IconPhotoOff size={16} aria-hidden />
          <span>{t.blockedImages(blockedImages)}</span>
          <Button variant="default" onClick={props.onShowImages}>
            {t.showImages}
          </Button>
        </div>
      )}
      {isPlain ? <PlainText message={message} /> : <MailFrame html={html} showsImages={showsImages} />}
      {text.trim() !== '' && (
        <button type="button" className={classes.quiet} onClick={() => setPlain(!isPlain)}>
          {isPlain ? t.showHtml : t.showText}
        </button>
      )}
    </>
  );
}

function PlainText(props: { readonly message: Message }) {
  const [isWhole, setWhole] = useState(false);
  const { text, replyText } = props.message;
  const hasQuote = replyText !== null && replyText.trim() !== '' && replyText.trim() !== text.trim();
  const shown = hasQuote && !isWhole ? replyText : text;
  if (text.trim() === '') return <p className={classes.nothing}>{t.emptyMessage}</p>;
  return (
    <>
      <div className={classes.plain}>
        <Linked text={shown.trimEnd()} />
      </div>
      {hasQuote && (
        <button
          type="button"
          className={classes.quiet}
          aria-expanded={isWhole}
          aria-label={isWhole ? t.hideQuoted : t.showQuoted}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? t.hideQuoted : '···'}
        </button>
      )}
    </>
  );
}

// trailing punctuation belongs to the sentence
const link = /(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]])/g;

function Linked(props: { readonly text: string }) {
  return props.text.split(link).map((part, index) =>
    index % 2 === 1 ? (
      // oxlint-disable-next-line react/no-array-index-key -- the parts of one text, in their order
      <a key={index} href={part} target="_blank" rel="noopener noreferrer nofollow">
        {part}
      </a>
    ) : (
      part
    ),
  );
}
