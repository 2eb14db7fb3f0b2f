import { Button, Kbd } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { DesktopState } from '#dsl/protocol/desktop.ts';
import { MediumIcon } from '../kit/medium-icon.tsx';
import { desktop as t } from '../kit/messages/en/desktop.ts';
import { workbins } from '../kit/messages/en/workbins.ts';
import { RelativeTime } from '../kit/relative-time.tsx';
import type { Act } from './desktop-data.ts';
import { whoOf } from './mail-address.ts';
import { useNow } from './use-now.ts';
import classes from './work-pane.module.css';

/** An interaction that is offered: who, what about, waiting since when, and how long the offer stands. */
export function InvitationCard(props: {
  readonly invitation: DesktopState['invitations'][number];
  /** The one that Enter accepts. */
  readonly isFirst: boolean;
  readonly act: Act;
  onAccept(id: string): void;
}) {
  const { invitation, isFirst, act, onAccept } = props;
  const { id, from, subject, receivedAt, queue } = invitation;
  const who = whoOf(from, t.unknownSender);
  const acceptButton = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isBusy(document.activeElement)) acceptButton.current?.focus({ preventScroll: true });
  }, []);
  return (
    <article className={classes.invitation} data-invitation aria-label={t.invitationFrom(who)}>
      <Countdown from={invitation.invitedAt} to={invitation.expiresAt} />
      <div className={classes.who}>
        <MediumIcon medium={invitation.media} />
        <strong>{who}</strong>
      </div>
      <p className={classes.subject}>{subject === '' ? t.noSubject : subject}</p>
      <p className={classes.dim}>
        {queue !== null && `${queue} · `}
        {t.received} <RelativeTime at={receivedAt} />
      </p>
      {invitation.transfer !== null && (
        <p className={classes.itemNote}>
          <b>{workbins.transferredBy(invitation.transfer.by)}</b> {invitation.transfer.note}
        </p>
      )}
      <div className={classes.answer}>
        <Button
          ref={acceptButton}
          loading={act.isPending}
          rightSection={
            isFirst && (
              <Kbd size="xs" className={classes.kbdOnAccent}>
                Enter
              </Kbd>
            )
          }
          onClick={() => onAccept(id)}
        >
          {t.accept}
        </Button>
        <Button
          variant="default"
          disabled={act.isPending}
          onClick={() => act.mutate({ path: `interactions/${id}/reject`, body: {} })}
        >
          {t.reject}
        </Button>
      </div>
    </article>
  );
}

function Countdown(props: { readonly from: string; readonly to: string }) {
  const now = useNow(250);
  const end = Date.parse(props.to);
  const total = Math.max(1, end - Date.parse(props.from));
  const left = Math.min(total, Math.max(0, end - now));
  const seconds = Math.ceil(left / 1000);
  return (
    <div className={classes.countdown} role="timer" aria-label={t.secondsLeftLabel(seconds)}>
      <span className={classes.countdownTrack} aria-hidden>
        <span className={classes.countdownBar} style={{ width: `${(left / total) * 100}%` }} />
      </span>
      <span aria-hidden>{t.secondsLeft(seconds)}</span>
    </div>
  );
}

// whoever writes, chooses from a menu or answers a question keeps the focus; F9 accepts from there
function isBusy(element: Element | null): boolean {
  if (!(element instanceof HTMLElement)) return false;
  const places = 'input, textarea, select, [role=dialog], [role=menu], [data-invitation]';
  return element.isContentEditable || element.closest(places) !== null;
}
