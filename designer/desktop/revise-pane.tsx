import { Button, TextInput } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type RefObject, useState } from 'react';
import { z } from 'zod';
import type { InteractionDetail } from '#dsl/protocol/interactions.ts';
import { api } from '../kit/api.ts';
import { desktop as t } from '../kit/messages/en/desktop.ts';
import { workbins } from '../kit/messages/en/workbins.ts';
import { messageOf } from '../kit/problem.tsx';
import { AddressField } from './address-field.tsx';
import type { Act } from './desktop-data.ts';
import { addressText, parseAddress } from './mail-address.ts';
import { textAsHtml } from './quote-original.ts';
import { isBlank } from './reply-draft.ts';
import { ReplyText, type ReplyTextHandle } from './reply-text.tsx';
import classes from './reply.module.css';

interface Revision {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  readonly html: string;
}

/** A mail on its way out that is in hand for review: read, mended where needed, and passed on to one of its queues. */
export function RevisePane(props: {
  readonly interaction: InteractionDetail;
  readonly act: Act;
  readonly handle: RefObject<ReplyTextHandle | null>;
}) {
  const { interaction, act, handle } = props;
  const [first] = useState(() => writtenIn(interaction));
  const [revision, setRevision] = useState(first);
  const [isWritten, setWritten] = useState(false);
  const [problem, setProblem] = useState<string>();
  const change = (changes: Partial<Revision>): void => {
    setProblem(undefined);
    setWritten(true);
    setRevision((now) => ({ ...now, ...changes }));
  };
  const pass = usePassOn(interaction.id, act, (error) => setProblem(messageOf(error)));
  const submit = (queue: string): void => {
    const [to, cc] = [revision.to.map(parseAddress), revision.cc.map(parseAddress)];
    if (to.length === 0 || [...to, ...cc].includes(undefined)) setProblem(t.noRecipient);
    else if (isBlank(revision.html)) setProblem(t.emptyReply);
    else pass.mutate({ queue, body: isWritten ? { ...revision, to, cc } : undefined });
  };
  const [only] = interaction.inQueues;
  return (
    <section className={classes.pane} aria-label={workbins.review}>
      <div className={classes.fields}>
        <AddressField label={t.to} value={revision.to} isRequired onChange={(to) => change({ to })} />
        {revision.cc.length > 0 && <AddressField label={t.cc} value={revision.cc} onChange={(cc) => change({ cc })} />}
        <div className={classes.field}>
          <label className={classes.label} htmlFor="revised-subject">
            {t.subject}
          </label>
          <TextInput
            id="revised-subject"
            className={classes.input}
            variant="unstyled"
            size="sm"
            maxLength={998}
            value={revision.subject}
            onChange={(event) => change({ subject: event.currentTarget.value })}
          />
        </div>
      </div>
      <div className={classes.writing}>
        <ReplyText
          interactionId={interaction.id}
          html={first.html}
          isPlain={false}
          handle={handle}
          onChange={(html) => change({ html })}
          onFiles={() => undefined}
          onAttach={() => setProblem(workbins.noFiles)}
          onSend={() => only !== undefined && submit(only)}
        />
      </div>
      <div className={classes.sendBar}>
        {interaction.inQueues.map((queue, index) => (
          <Button
            key={queue}
            variant={index === 0 ? 'filled' : 'default'}
            leftSection={<IconSend size={16} />}
            loading={pass.isPending || act.isPending}
            onClick={() => submit(queue)}
          >
            {workbins.passTo(queue)}
          </Button>
        ))}
        <span role="alert" className={classes.sendProblem}>
          {problem ?? (only === undefined ? workbins.noQueue : '')}
        </span>
      </div>
    </section>
  );
}

/** Keeps what was written, if anything was, then places the mail in the queue. */
function usePassOn(id: string, act: Act, onError: (error: Error) => void) {
  return useMutation({
    mutationFn: async ({ body }: { readonly queue: string; readonly body: object | undefined }) => {
      if (body !== undefined) await api.send('PUT', `/api/desktop/interactions/${id}/message`, body, z.undefined());
    },
    onSuccess: (_answer, { queue }) => act.mutate({ path: `interactions/${id}/place`, body: { queue } }),
    onError,
  });
}

function writtenIn({ message, subject }: InteractionDetail): Revision {
  return {
    to: message?.to.map(addressText) ?? [],
    cc: message?.cc.map(addressText) ?? [],
    subject: message?.subject ?? subject,
    html: message?.html ?? textAsHtml(message?.text ?? ''),
  };
}
