import { SegmentedControl, Select, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { v4 as uuid } from 'uuid';
import { z } from 'zod';
import type { InteractionDetail } from '#dsl/protocol/interactions.ts';
import { postSchema } from '#dsl/protocol/posts.ts';
import { api } from '../kit/api.ts';
import { useOpenMedia } from '../kit/media.ts';
import { desktop as t } from '../kit/messages/en/desktop.ts';
import { media } from '../kit/messages/en/media.ts';
import { keyOfInteraction } from './desktop-data.ts';
import { forgetLocally, keepLocally, readLocally } from './kept-locally.ts';
import { whoOf } from './mail-address.ts';
import { sendSoon, useOutbox } from './outbox.ts';
import { PendingNote } from './pending-note.tsx';
import classes from './post-reply.module.css';
import { textAsHtml } from './quote-original.ts';
import reply from './reply.module.css';
import { SendBar, useOutQueue } from './send-bar.tsx';

const draftSchema = z.object({
  text: z.string(),
  answers: z.string(),
  visibility: z.enum(['public', 'private']),
});

type PostDraft = z.infer<typeof draftSchema>;

/** Media whose answers may be public or for the author alone, with the most characters an answer may have. */
const longest: Readonly<Record<string, number>> = { mastodon: 500, twitter: 280, facebook: 8000 };

/** The answer to a post, or to an interaction of an open medium: plain words. */
export function PostReply(props: { readonly interaction: InteractionDetail }) {
  const { interaction } = props;
  const open = useOpenMedia().find(({ name }) => name === interaction.media);
  const pending = useOutbox((outbox) => outbox.pending.find((entry) => entry.interactionId === interaction.id));
  const takesNone = interaction.media === 'rssfeed' || open?.canReply === false;
  return (
    <section className={reply.pane} aria-label={t.replyTo(whoOf(interaction.from, t.unknownSender))}>
      {pending !== undefined ? (
        <PendingNote entry={pending} />
      ) : takesNone ? (
        <Text size="sm" p="md">
          {media.reply.none}
        </Text>
      ) : (
        <PostForm key={interaction.id} interaction={interaction} />
      )}
    </section>
  );
}

function PostForm({ interaction }: { readonly interaction: InteractionDetail }) {
  const { id } = interaction;
  const key = `signalbox-post-${id}`;
  const [draft, setDraft] = useState<PostDraft>(
    () => readLocally(key, draftSchema) ?? { text: '', answers: '', visibility: 'public' },
  );
  const [problem, setProblem] = useState<string>();
  const [queue, setQueue] = useOutQueue(interaction.outQueues);
  const most = longest[interaction.media];
  const change = (part: Partial<PostDraft>): void => {
    const next = { ...draft, ...part };
    setDraft(next);
    setProblem(undefined);
    keepLocally(key, next);
  };
  const send = (keepOpen: boolean): void => {
    if (interaction.outQueues.length === 0) return;
    if (draft.text.trim() === '') return setProblem(t.emptyReply);
    if (most !== undefined && draft.text.length > most) return setProblem(media.reply.tooLong);
    sendSoon(id, replyOf(interaction, draft, { queue, keepOpen, isSocial: most !== undefined }));
    forgetLocally(key);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send(false);
  };
  return (
    <>
      <div className={classes.fields}>
        <PostAnswered interaction={interaction} answers={draft.answers} onChange={(answers) => change({ answers })} />
        {most !== undefined && (
          <SegmentedControl
            size="xs"
            aria-label={media.reply.visibility}
            value={draft.visibility}
            data={[
              { value: 'public', label: media.reply.public },
              { value: 'private', label: media.reply.private },
            ]}
            onChange={(visibility) => change({ visibility: visibility as PostDraft['visibility'] })}
          />
        )}
        {most !== undefined && (
          <output className={classes.left} data-over={draft.text.length > most}>
            {media.reply.left(most - draft.text.length)}
          </output>
        )}
      </div>
      <Textarea
        className={classes.text ?? ''}
        aria-label={media.reply.text}
        value={draft.text}
        minRows={4}
        onChange={(event) => change({ text: event.currentTarget.value })}
        onKeyDown={onKeyDown}
      />
      <SendBar
        outQueues={interaction.outQueues}
        queue={queue}
        draftState={draft.text === '' ? 'empty' : 'local'}
        problem={problem}
        isUploading={false}
        onQueue={setQueue}
        onSend={send}
      />
    </>
  );
}

/** Which of several posts is answered. */
function PostAnswered(props: {
  readonly interaction: InteractionDetail;
  readonly answers: string;
  onChange(answers: string): void;
}) {
  const { id } = props.interaction;
  const { data: posts = [] } = useQuery({
    queryKey: keyOfInteraction(id, 'posts'),
    queryFn: ({ signal }) => api.get(`/api/interactions/${id}/posts`, z.array(postSchema), signal),
  });
  if (posts.length === 0) return null;
  const choices = posts.map(({ externalId, author, text }) => ({
    value: externalId,
    label: `${whoOf(author, t.unknownSender)}: ${text.slice(0, 60)}`,
  }));
  return (
    <Select
      size="xs"
      aria-label={media.reply.answers}
      data={[{ value: '', label: media.reply.first }, ...choices]}
      value={props.answers}
      allowDeselect={false}
      w={260}
      onChange={(value) => props.onChange(value ?? '')}
    />
  );
}

function replyOf(
  { from, message, subject }: InteractionDetail,
  { text, answers, visibility }: PostDraft,
  how: { readonly queue: string | undefined; readonly keepOpen: boolean; readonly isSocial: boolean },
) {
  return {
    to: [from ?? { address: '', name: '' }],
    cc: [],
    bcc: [],
    subject: message?.subject ?? subject,
    html: `<p>${textAsHtml(text.trim())}</p>`,
    attachments: [],
    forwards: false,
    keepOpen: how.keepOpen,
    requestId: uuid(),
    ...(how.queue !== undefined && { queue: how.queue }),
    ...(answers !== '' && { answers }),
    ...(how.isSocial && { visibility }),
  };
}
