import { Button, Kbd, Loader } from '@mantine/core';
import { IconAlertTriangle, IconSend } from '@tabler/icons-react';
import { desktop as t } from '../kit/messages/en/desktop.ts';
import { type PendingReply, sendNow, takeBack } from './outbox.ts';
import classes from './pending-note.module.css';
import { useNow } from './use-now.ts';

/** A reply on its way out: how long it can be taken back, and what to do when it was not sent. */
export function PendingNote(props: { readonly entry: PendingReply }) {
  const { entry } = props;
  const { interactionId, reply, state, problem } = entry;
  return (
    <div className={classes.note} data-state={state} role={state === 'failed' ? 'alert' : 'status'}>
      <span className={classes.icon} aria-hidden>
        {state === 'failed' ? (
          <IconAlertTriangle size={18} />
        ) : state === 'sending' ? (
          <Loader size={16} />
        ) : (
          <IconSend size={18} />
        )}
      </span>
      <div className={classes.text}>
        <div className={classes.subject}>{reply.subject === '' ? t.noSubject : reply.subject}</div>
        <div className={classes.dim}>
          {state === 'waiting' && <Countdown sendAt={entry.sendAt} />}
          {state === 'sending' && (problem ?? t.sendingNow)}
          {state === 'failed' && `${t.sendFailed}. ${problem ?? ''}`}
        </div>
      </div>
      {state !== 'sending' && (
        <div className={classes.actions}>
          <Button
            variant={state === 'failed' ? 'default' : 'filled'}
            onClick={() => takeBack(interactionId)}
            rightSection={
              state === 'waiting' && (
                <Kbd size="xs" className={classes.kbd}>
                  {t.undoShortcut}
                </Kbd>
              )
            }
          >
            {state === 'failed' ? t.editAgain : t.undo}
          </Button>
          <Button variant="default" onClick={() => sendNow(interactionId)}>
            {state === 'failed' ? t.tryAgain : t.sendNow}
          </Button>
        </div>
      )}
    </div>
  );
}

// apart, so that only the number is drawn anew; people who listen hear it once
function Countdown(props: { readonly sendAt: number }) {
  const seconds = Math.max(0, Math.ceil((props.sendAt - useNow(250)) / 1000));
  return <span aria-live="off">{t.sendingIn(seconds)}</span>;
}
