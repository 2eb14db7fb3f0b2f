import {
  IconAlertTriangle,
  IconBellRinging,
  IconCheck,
  IconHourglass,
  IconInbox,
  IconRoute,
  IconUser,
  type TablerIcon,
} from '@tabler/icons-react';
import type { InteractionSummary } from '#dsl/protocol/interactions.ts';
import { trace as t } from '../kit/messages/en/trace.ts';
import classes from './state-chip.module.css';

type State = InteractionSummary['state'];

const icons: Readonly<Record<State, TablerIcon>> = {
  queued: IconHourglass,
  routing: IconRoute,
  inviting: IconBellRinging,
  handling: IconUser,
  workbin: IconInbox,
  stopped: IconCheck,
};

type Shown = Pick<InteractionSummary, 'state' | 'problem' | 'isHeld' | 'queue' | 'agentName' | 'stopReason'>;

/** Where an interaction stands, by icon, colour and word; `isLong` adds with whom, in which queue or why it ended. */
export function StateChip(props: { readonly interaction: Shown; readonly isLong?: boolean }) {
  const { state, problem, isHeld } = props.interaction;
  const Icon = problem === null ? icons[state] : IconAlertTriangle;
  const word = problem === null ? (isHeld ? `${t.state[state]} · ${t.heldFlag}` : t.state[state]) : t.problem;
  const place = props.isLong === true ? placeOf(props.interaction) : undefined;
  return (
    <span className={classes.chip} data-state={problem === null ? state : 'problem'} title={problem?.message}>
      <Icon size={13} stroke={2} aria-hidden />
      {word}
      {place !== undefined && <span className={classes.place}>· {place}</span>}
    </span>
  );
}

function placeOf({ state, queue, agentName, stopReason }: Shown): string | undefined {
  const places: Partial<Record<State, string | null>> = {
    queued: queue,
    inviting: agentName,
    handling: agentName,
    workbin: agentName,
    stopped: stopReason,
  };
  const place = places[state];
  return place === null || place === '' ? undefined : place;
}
