import { UnstyledButton } from '@mantine/core';
import type { DesktopState } from '#dsl/protocol/desktop.ts';
import type { InteractionSummary } from '#dsl/protocol/interactions.ts';
import { desktop as t } from '../kit/messages/en/desktop.ts';
import { RelativeTime } from '../kit/relative-time.tsx';
import type { Act } from './desktop-data.ts';
import { hasLocalDraft } from './draft-keeper.ts';
import { InvitationCard } from './invitation-card.tsx';
import { whoOf } from './mail-address.ts';
import { useOutbox } from './outbox.ts';
import { PendingNote } from './pending-note.tsx';
import { StateBar } from './state-bar.tsx';
import classes from './work-pane.module.css';
import { WorkbinsSection } from './workbins-section.tsx';

/** My work: my state, what is offered to me, what I have in hand, what is being sent. */
export function WorkPane(props: {
  readonly state: DesktopState;
  readonly act: Act;
  readonly selectedId: string | undefined;
  onSelect(id: string): void;
  onAccept(id: string): void;
  onHelp(): void;
}) {
  const { state, act, selectedId, onSelect, onAccept, onHelp } = props;
  const pending = useOutbox((outbox) => outbox.pending);
  const inHand = new Set(state.handling.map((interaction) => interaction.id));
  const strays = pending.filter((entry) => !inHand.has(entry.interactionId));
  return (
    <div className={classes.pane}>
      {state.loggedIn && <StateBar state={state} act={act} onHelp={onHelp} />}
      {state.invitations.length > 0 && (
        <section className={classes.section} aria-label={t.invitations}>
          <h2 className={classes.heading}>{t.invitations}</h2>
          {state.invitations.map((invitation, index) => (
            <InvitationCard
              key={invitation.id}
              invitation={invitation}
              isFirst={index === 0}
              act={act}
              onAccept={onAccept}
            />
          ))}
        </section>
      )}
      <section className={classes.section} aria-label={t.inHand}>
        <h2 className={classes.heading}>
          {t.inHand} {state.handling.length > 0 && <span className={classes.count}>{state.handling.length}</span>}
        </h2>
        {state.handling.length === 0 && <p className={classes.none}>{t.nothingInHand}</p>}
        <ul className={classes.items}>
          {state.handling.map((interaction) => (
            <WorkItem
              key={interaction.id}
              interaction={interaction}
              isSelected={interaction.id === selectedId}
              onSelect={onSelect}
            />
          ))}
        </ul>
      </section>
      {state.loggedIn && <WorkbinsSection selectedId={selectedId} onSelect={onSelect} />}
      {strays.length > 0 && (
        <section className={classes.section} aria-label={t.outbox}>
          <h2 className={classes.heading}>{t.outbox}</h2>
          {strays.map((entry) => (
            <PendingNote key={entry.interactionId} entry={entry} />
          ))}
        </section>
      )}
      <Announcer invitations={state.invitations} />
    </div>
  );
}

function WorkItem(props: {
  readonly interaction: InteractionSummary;
  readonly isSelected: boolean;
  onSelect(id: string): void;
}) {
  const { id, from, subject, receivedAt } = props.interaction;
  const isLeaving = useOutbox((outbox) => outbox.pending.some((entry) => entry.interactionId === id));
  return (
    <li>
      <UnstyledButton
        className={classes.item}
        aria-current={props.isSelected ? 'true' : undefined}
        onClick={() => props.onSelect(id)}
      >
        <span className={classes.itemWho}>
          <strong>{whoOf(from, t.unknownSender)}</strong>
          <span className={classes.dim}>
            <RelativeTime at={receivedAt} />
          </span>
        </span>
        <span className={classes.itemSubject}>{subject === '' ? t.noSubject : subject}</span>
        {isLeaving ? (
          <span className={classes.chip}>{t.sendingNow}</span>
        ) : (
          hasLocalDraft(id) && <span className={classes.chip}>{t.hasDraft}</span>
        )}
      </UnstyledButton>
    </li>
  );
}

// a card that appears is silent to people who listen to the page
function Announcer(props: { readonly invitations: DesktopState['invitations'] }) {
  const newest = props.invitations.at(-1);
  return (
    <output className={classes.hidden} aria-live="assertive">
      {newest !== undefined &&
        t.invitationAnnounced(
          whoOf(newest.from, t.unknownSender),
          newest.subject === '' ? t.noSubject : newest.subject,
        )}
    </output>
  );
}
