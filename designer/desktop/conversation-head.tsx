import { Button, Menu, Popover, Select } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconInbox } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DesktopState } from '#dsl/protocol/desktop.ts';
import type { InteractionSummary } from '#dsl/protocol/interactions.ts';
import { desktop as t } from '../kit/messages/en/desktop.ts';
import { workbins } from '../kit/messages/en/workbins.ts';
import { RelativeTime } from '../kit/relative-time.tsx';
import classes from './conversation.module.css';
import type { Act } from './desktop-data.ts';
import { desktopRulesQuery } from './desktop-rules.ts';
import { useInteraction } from './interaction-data.ts';
import { whoOf } from './mail-address.ts';
import { useOutbox } from './outbox.ts';
import { PassOnButtons } from './pass-on-buttons.tsx';

/** What the interaction is about, and what can be done with it besides answering. */
export function ConversationHead(props: {
  readonly interaction: InteractionSummary;
  readonly state: DesktopState;
  readonly act: Act;
}) {
  const { interaction, state, act } = props;
  const { id, subject, from, receivedAt } = interaction;
  const shown = subject === '' ? t.noSubject : subject;
  const isLeaving = useOutbox((outbox) => outbox.pending.some((entry) => entry.interactionId === id));
  return (
    <div className={classes.head}>
      <div className={classes.title}>
        <h2 className={classes.subject} title={shown}>
          {shown}
        </h2>
        <p className={classes.about}>
          {whoOf(from, t.unknownSender)} · {t.received} <RelativeTime at={receivedAt} />
        </p>
      </div>
      {interaction.state === 'workbin' && (
        <div className={classes.actions}>
          <PullButton interaction={interaction} state={state} act={act} />
        </div>
      )}
      {interaction.state === 'handling' && !isLeaving && (
        <div className={classes.actions}>
          <PassOnButtons interaction={interaction} act={act} />
          <PutBack id={id} act={act} />
          <DoneButton id={id} subject={shown} act={act} />
        </div>
      )}
    </div>
  );
}

/** Takes it out of the workbin, as far as capacity goes. */
function PullButton(props: {
  readonly interaction: InteractionSummary;
  readonly state: DesktopState;
  readonly act: Act;
}) {
  const { interaction, state, act } = props;
  const media = state.media.find((one) => one.media === interaction.media);
  const isFull = media === undefined || media.current >= media.capacity;
  return (
    <Button
      leftSection={<IconInbox size={16} />}
      disabled={isFull}
      loading={act.isPending}
      title={isFull ? workbins.fullHelp : workbins.pullHelp}
      onClick={() => act.mutate({ path: `interactions/${interaction.id}/pull` })}
    >
      {workbins.pull}
    </Button>
  );
}

function PutBack(props: { readonly id: string; readonly act: Act }) {
  const { id, act } = props;
  const { data } = useInteraction(id);
  const queues = data?.inQueues ?? [];
  const put = (queue: string): void => act.mutate({ path: `interactions/${id}/place`, body: { queue } });
  const [only] = queues;
  if (only === undefined) return null;
  const icon = <IconArrowBackUp size={16} />;
  if (queues.length === 1)
    return (
      <Button variant="default" leftSection={icon} title={t.putBackIn(only)} onClick={() => put(only)}>
        {t.putBack}
      </Button>
    );
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={icon}>
          {t.putBack}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t.putBackTo}</Menu.Label>
        {queues.map((queue) => (
          <Menu.Item key={queue} onClick={() => put(queue)}>
            {queue}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Presses a button of the head, as its shortcut does; nothing while there is none. */
export function pressInHead(name: 'done' | 'workbin' | 'transfer'): void {
  document.querySelector<HTMLElement>(`[data-shortcut="${name}"]`)?.click();
}

function DoneButton(props: { readonly id: string; readonly subject: string; readonly act: Act }) {
  const { id, subject, act } = props;
  const [isAsking, setAsking] = useState(false);
  const [disposition, setDisposition] = useState<string | null>(null);
  const { data: rules } = useQuery(desktopRulesQuery);
  const isMissing = rules?.requiresDisposition === true && disposition === null;
  const finish = (): void => {
    setAsking(false);
    act.mutate({
      path: `interactions/${id}/done`,
      body: disposition === null ? {} : { disposition },
    });
  };
  return (
    <Popover opened={isAsking} onChange={setAsking} position="bottom-end" width={300} trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Button
          data-shortcut="done"
          variant="default"
          leftSection={<IconCheck size={16} />}
          onClick={() => setAsking(!isAsking)}
        >
          {t.done}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.asking} aria-label={t.doneTitle(subject)}>
        <p className={classes.question}>{t.doneTitle(subject)}</p>
        <p className={classes.about}>{t.doneHelp}</p>
        <Select
          label={t.disposition}
          size="xs"
          clearable
          required={rules?.requiresDisposition === true}
          allowDeselect={false}
          data={(rules?.dispositions ?? []).map((value) => ({ value, label: t.dispositions[value] ?? value }))}
          value={disposition}
          onChange={setDisposition}
          comboboxProps={{ withinPortal: false }}
        />
        <div className={classes.choice}>
          <Button data-autofocus={!isMissing} disabled={isMissing} onClick={finish} loading={act.isPending}>
            {t.markDone}
          </Button>
          <Button variant="default" onClick={() => setAsking(false)}>
            {t.cancel}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
