import { type DragEvent, type RefObject, useRef, useState } from 'react';
import type { InteractionDetail } from '#dsl/protocol/interactions.ts';
import { desktop as t } from '../kit/messages/en/desktop.ts';
import { Loading } from '../kit/loading.tsx';
import { ProblemNote } from '../kit/problem.tsx';
import { whoOf } from './mail-address.ts';
import { useOutbox } from './outbox.ts';
import { PendingNote } from './pending-note.tsx';
import { QuotedOriginal } from './quoted-original.tsx';
import { ReplyFields } from './reply-fields.tsx';
import { ReplyFiles } from './reply-files.tsx';
import { isBlank, type ReplyDraft, signatureFor } from './reply-draft.ts';
import { ReplyText, type ReplyTextHandle } from './reply-text.tsx';
import classes from './reply.module.css';
import { SignatureNote, useSignature } from './signature-note.tsx';
import { SendBar, useOutQueue } from './send-bar.tsx';
import { useAttachments } from './use-attachments.ts';
import { useFirstDraft, useReply } from './use-reply.ts';

/** The reply to an interaction in hand: being written, or on its way out. */
export function ReplyPane(props: {
  readonly interaction: InteractionDetail;
  readonly handle: RefObject<ReplyTextHandle | null>;
}) {
  const { interaction } = props;
  const pending = useOutbox((outbox) => outbox.pending.find((entry) => entry.interactionId === interaction.id));
  if (pending !== undefined)
    return (
      <div className={classes.pane}>
        <PendingNote entry={pending} />
      </div>
    );
  return <ReplyLoader key={interaction.id} interaction={interaction} handle={props.handle} />;
}

type PartProps = Parameters<typeof ReplyPane>[0];

function ReplyLoader(props: PartProps) {
  const { data, error, refetch } = useFirstDraft(props.interaction);
  if (data !== undefined) return <ReplyForm {...props} first={data} />;
  return error === null ? <Loading /> : <ProblemNote error={error} onRetry={() => void refetch()} />;
}

function ReplyForm(props: PartProps & { readonly first: ReplyDraft }) {
  const { interaction, handle, first } = props;
  const signature = useSignature();
  const { draft, state, change, send } = useReply(interaction, first, signature);
  const [queue, setQueue] = useOutQueue(interaction.outQueues);
  const [problem, setProblem] = useState<string>();
  const picker = useRef<HTMLInputElement>(null);
  const attachments = useAttachments((files) => change((now) => ({ files: [...now.files, ...files] })));
  const [isOver, setOver] = useState(false);
  const isSms = interaction.media === 'sms';
  const submit = (keepOpen: boolean): void => {
    if (interaction.outQueues.length === 0 || attachments.uploading > 0) return;
    if (send({ queue, keepOpen })) return;
    setProblem(isBlank(draft.html) ? t.emptyReply : t.noRecipient);
  };
  const drop = (event: DragEvent): void => {
    setOver(false);
    if (event.defaultPrevented) return;
    event.preventDefault();
    if (!isSms) attachments.add([...event.dataTransfer.files]);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- only drops; the button beside does the same
    <section
      className={classes.pane}
      aria-label={t.replyTo(whoOf(interaction.from, t.unknownSender))}
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(!isSms && event.dataTransfer.types.includes('Files'));
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {!isSms && <ReplyFields interaction={interaction} draft={draft} onChange={change} />}
      <div className={classes.writing}>
        <ReplyText
          interactionId={interaction.id}
          html={first.html}
          isPlain={isSms}
          handle={handle}
          onChange={(html) => {
            setProblem(undefined);
            change({ html });
          }}
          onFiles={isSms ? ignoreFiles : attachments.add}
          onAttach={() => picker.current?.click()}
          onSend={() => submit(false)}
        />
        {!isSms && (
          <>
            <SignatureNote
              signature={signature}
              isInText={signatureFor(draft.html, signature) === ''}
              isIncluded={draft.signs}
              onChange={(signs) => change({ signs })}
            />
            <QuotedOriginal
              interaction={interaction}
              isIncluded={draft.quotes}
              onChange={(quotes) => change({ quotes })}
            />
            <ReplyFiles
              files={draft.files}
              uploading={attachments.uploading}
              onRemove={(id) => change((now) => ({ files: now.files.filter((file) => file.id !== id) }))}
            />
          </>
        )}
      </div>
      <SendBar
        outQueues={interaction.outQueues}
        queue={queue}
        draftState={state}
        problem={problem}
        isUploading={attachments.uploading > 0}
        onQueue={setQueue}
        onSend={submit}
      />
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label={t.attach}
        onChange={(event) => {
          attachments.add([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      {isOver && <div className={classes.dropHint}>{t.dropHere}</div>}
    </section>
  );
}

// a short message carries no files
function ignoreFiles(): void {}
