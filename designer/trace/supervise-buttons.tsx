import { Button, NumberInput, Popover, Select, TextInput } from '@mantine/core';
import {
  IconArrowsExchange,
  IconBriefcase,
  IconFlag,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerStop,
  IconRefresh,
  IconUserCheck,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { Intervention } from '#dsl/protocol/supervise.ts';
import { trace as t } from '../kit/messages/en/trace.ts';
import { AssignForm, WorkbinForm } from './give-forms.tsx';
import classes from './supervise-buttons.module.css';
import { useQueueNames } from './supervise.ts';
import type { Intervening, Target } from './use-intervene.ts';

/** Retry, move, give to an agent or workbin, another priority, hold, resume and stop, for interactions that wait in a queue or workbin. */
export function SuperviseButtons(props: {
  readonly targets: readonly Target[];
  readonly intervening: Intervening;
  /** Told the ids of those it was not done to. */
  onDone?(left: ReadonlySet<string>): void;
}) {
  const { targets, intervening, onDone } = props;
  const [asking, setAsking] = useState<'move' | 'assign' | 'workbin' | 'priority' | 'stop'>();
  const waiting = targets.filter(({ state }) => state === 'queued' || state === 'workbin');
  const failed = waiting.filter(({ problem }) => problem !== null);
  const held = waiting.filter(({ isHeld }) => isHeld);
  const going = waiting.filter(({ isHeld }) => !isHeld);
  const act = (on: readonly Target[], wanted: Intervention): void => {
    setAsking(undefined);
    intervening.start(on, wanted, onDone);
  };
  // of several lines only some may be open to it: the button says how many
  const named = (label: string, count: number): string => (targets.length > 1 ? t.act.of(label, count) : label);
  return (
    <div className={classes.buttons}>
      <Button
        variant="default"
        leftSection={<IconRefresh size={15} />}
        title={t.act.retryHelp}
        disabled={failed.length === 0}
        onClick={() => act(failed, { kind: 'retry' })}
      >
        {named(t.act.retry, failed.length)}
      </Button>
      <Asking
        label={named(t.act.move, waiting.length)}
        icon={<IconArrowsExchange size={15} />}
        isOpen={asking === 'move'}
        isDisabled={waiting.length === 0}
        onOpen={(isOpen) => setAsking(isOpen ? 'move' : undefined)}
      >
        <MoveForm onMove={(queue) => act(waiting, { kind: 'move', queue })} />
      </Asking>
      <Asking
        label={named(t.act.assign, going.length)}
        icon={<IconUserCheck size={15} />}
        isOpen={asking === 'assign'}
        isDisabled={going.length === 0}
        onOpen={(isOpen) => setAsking(isOpen ? 'assign' : undefined)}
      >
        <AssignForm media={going.map(({ media }) => media)} onGive={(wanted) => act(going, wanted)} />
      </Asking>
      <Asking
        label={named(t.act.workbin, waiting.length)}
        icon={<IconBriefcase size={15} />}
        isOpen={asking === 'workbin'}
        isDisabled={waiting.length === 0}
        onOpen={(isOpen) => setAsking(isOpen ? 'workbin' : undefined)}
      >
        <WorkbinForm onGive={(wanted) => act(waiting, wanted)} />
      </Asking>
      <Asking
        label={named(t.act.priority, waiting.length)}
        icon={<IconFlag size={15} />}
        isOpen={asking === 'priority'}
        isDisabled={waiting.length === 0}
        onOpen={(isOpen) => setAsking(isOpen ? 'priority' : undefined)}
      >
        <PriorityForm
          priority={waiting[0]?.priority ?? 0}
          onSet={(priority) => act(waiting, { kind: 'priority', priority })}
        />
      </Asking>
      {going.length > 0 && (
        <Button
          variant="default"
          leftSection={<IconPlayerPause size={15} />}
          title={t.act.holdHelp}
          onClick={() => act(going, { kind: 'hold' })}
        >
          {named(t.act.hold, going.length)}
        </Button>
      )}
      {held.length > 0 && (
        <Button
          variant="default"
          leftSection={<IconPlayerPlay size={15} />}
          onClick={() => act(held, { kind: 'resume' })}
        >
          {named(t.act.resume, held.length)}
        </Button>
      )}
      <Asking
        label={named(t.act.stop, waiting.length)}
        icon={<IconPlayerStop size={15} />}
        isOpen={asking === 'stop'}
        isDisabled={waiting.length === 0}
        onOpen={(isOpen) => setAsking(isOpen ? 'stop' : undefined)}
      >
        <StopForm
          targets={waiting}
          onStop={(reason) => act(waiting, { kind: 'stop', reason })}
          onCancel={() => setAsking(undefined)}
        />
      </Asking>
    </div>
  );
}

function Asking(props: {
  readonly label: string;
  readonly icon: React.ReactNode;
  readonly isOpen: boolean;
  readonly isDisabled: boolean;
  readonly children: React.ReactNode;
  onOpen(isOpen: boolean): void;
}) {
  const { label, icon, isOpen, isDisabled, onOpen } = props;
  return (
    <Popover opened={isOpen} onChange={onOpen} width={300} position="bottom-end" trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Button variant="default" leftSection={icon} disabled={isDisabled} onClick={() => onOpen(!isOpen)}>
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.asking} aria-label={label}>
        {props.children}
      </Popover.Dropdown>
    </Popover>
  );
}

function MoveForm(props: { onMove(queue: string): void }) {
  const queues = useQueueNames();
  const [queue, setQueue] = useState<string | null>(null);
  return (
    <>
      <Select
        label={t.act.moveTo}
        placeholder={t.act.pickQueue}
        searchable
        allowDeselect={false}
        data-autofocus
        data={queues.data ?? []}
        value={queue}
        onChange={setQueue}
        comboboxProps={{ withinPortal: false }}
      />
      <Button disabled={queue === null} onClick={() => queue !== null && props.onMove(queue)}>
        {queue === null ? t.act.move : t.act.moveNow(queue)}
      </Button>
    </>
  );
}

function PriorityForm(props: { readonly priority: number; onSet(priority: number): void }) {
  const [priority, setPriority] = useState<number | string>(props.priority);
  return (
    <form
      className={classes.asking}
      onSubmit={(event) => {
        event.preventDefault();
        if (typeof priority === 'number') props.onSet(priority);
      }}
    >
      <NumberInput
        label={t.act.priorityTo}
        description={t.act.priorityHelp}
        data-autofocus
        allowDecimal={false}
        min={-1_000_000}
        max={1_000_000}
        value={priority}
        onChange={setPriority}
      />
      <Button type="submit" disabled={typeof priority !== 'number'}>
        {t.act.priorityNow}
      </Button>
    </form>
  );
}

function StopForm(props: { readonly targets: readonly Target[]; onStop(reason: string): void; onCancel(): void }) {
  const { targets, onStop, onCancel } = props;
  const [reason, setReason] = useState('');
  const subject = targets[0]?.subject ?? '';
  return (
    <form
      className={classes.asking}
      onSubmit={(event) => {
        event.preventDefault();
        onStop(reason);
      }}
    >
      <p className={classes.question}>{t.act.stopTitle(targets.length, subject === '' ? t.noSubject : subject)}</p>
      <p className={classes.dim}>{t.act.stopHelp}</p>
      <TextInput
        label={t.act.stopReason}
        data-autofocus
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button type="submit" color="red">
          {t.act.stopNow}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t.act.cancel}
        </Button>
      </div>
    </form>
  );
}
