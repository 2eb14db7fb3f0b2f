import { Button, Modal, SegmentedControl, Select } from '@mantine/core';
import { useState } from 'react';
import type { Destinations, TransferTarget } from '#dsl/protocol/desktop.ts';
import { workbins as t } from '../kit/messages/en/workbins.ts';
import { Loading } from '../kit/loading.tsx';
import { ProblemNote } from '../kit/problem.tsx';
import classes from './conversation.module.css';
import type { Act } from './desktop-data.ts';
import { useInteraction } from './interaction-data.ts';
import { NoteField } from './workbin-dialog.tsx';
import { useDestinations } from './workbins-data.ts';

interface DialogProps {
  readonly id: string;
  readonly media: string;
  readonly subject: string;
  readonly act: Act;
  onClose(): void;
}

type Kind = keyof typeof t.kinds;

const help: Readonly<Record<Kind, string>> = { agent: t.agentHelp, agentGroup: t.groupHelp, queue: t.queueHelp };

/** Asks whom the interaction is given to: an agent, a group or one of its queues; and for a note. */
export function TransferDialog(props: DialogProps & { readonly isOpen: boolean }) {
  const { isOpen, subject, onClose } = props;
  const { data, error, refetch } = useDestinations(isOpen);
  return (
    <Modal opened={isOpen} onClose={onClose} title={t.transferTitle(subject)} size="md">
      {data !== undefined && <TransferForm {...props} destinations={data} />}
      {data === undefined &&
        (error === null ? <Loading /> : <ProblemNote error={error} onRetry={() => void refetch()} />)}
    </Modal>
  );
}

function TransferForm(props: DialogProps & { readonly destinations: Destinations }) {
  const { id, media, act, onClose, destinations } = props;
  const { data: interaction } = useInteraction(id);
  const [kind, setKind] = useState<Kind>('agent');
  const [name, setName] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const choices = choicesOf(kind, destinations, media, interaction?.inQueues ?? []);
  const submit = (): void => {
    if (name === null) return;
    const body = { to: { [kind]: name } as TransferTarget, ...(note.trim() !== '' && { note: note.trim() }) };
    act.mutate({ path: `interactions/${id}/transfer`, body }, { onSuccess: onClose });
  };
  return (
    <form
      className={classes.asking}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <SegmentedControl
        aria-label={t.to}
        fullWidth
        value={kind}
        data={(['agent', 'agentGroup', 'queue'] as const).map((value) => ({ value, label: t.kinds[value] }))}
        onChange={(value) => {
          setKind(value as Kind);
          setName(null);
        }}
      />
      <Select
        key={kind}
        label={t[kind]}
        description={kind === 'queue' && choices.length === 0 ? t.noQueue : help[kind]}
        searchable
        allowDeselect={false}
        placeholder={t.pick}
        data={choices}
        value={name}
        onChange={setName}
      />
      <NoteField value={note} onChange={setNote} />
      <div className={classes.choice}>
        <Button type="submit" loading={act.isPending} disabled={name === null}>
          {t.transferNow}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t.cancel}
        </Button>
      </div>
    </form>
  );
}

/** Those who can take it now first; the others are shown, since one looks for them. */
function choicesOf(
  kind: Kind,
  { agents, groups }: Destinations,
  media: string,
  queues: readonly string[],
): { value: string; label: string; disabled?: boolean }[] {
  if (kind !== 'agent') return (kind === 'queue' ? queues : groups).map((name) => ({ value: name, label: name }));
  const isReady = ({ readyFor }: Destinations['agents'][number]): boolean => readyFor.includes(media);
  return [...agents.filter(isReady), ...agents.filter((agent) => !isReady(agent))].map((agent) =>
    isReady(agent)
      ? { value: agent.userName, label: agent.name }
      : { value: agent.userName, label: t.notReady(agent.name), disabled: true },
  );
}
