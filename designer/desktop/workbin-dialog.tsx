import { Button, Modal, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Destinations } from '#dsl/protocol/desktop.ts';
import { useMe } from '../app/session.ts';
import { workbins as t } from '../kit/messages/en/workbins.ts';
import { Loading } from '../kit/loading.tsx';
import { ProblemNote } from '../kit/problem.tsx';
import classes from './conversation.module.css';
import type { Act } from './desktop-data.ts';
import { useDestinations } from './workbins-data.ts';

interface DialogProps {
  readonly id: string;
  readonly subject: string;
  readonly act: Act;
  onClose(): void;
}

/** Asks which workbin the interaction goes to, whose it is, and for a note. */
export function WorkbinDialog(props: DialogProps & { readonly isOpen: boolean }) {
  const { isOpen, subject, onClose } = props;
  const { data, error, refetch } = useDestinations(isOpen);
  return (
    <Modal opened={isOpen} onClose={onClose} title={t.putTitle(subject)} size="md">
      {data !== undefined && data.workbins.length === 0 && <p className={classes.about}>{t.none}</p>}
      {data !== undefined && data.workbins.length > 0 && <WorkbinForm {...props} destinations={data} />}
      {data === undefined &&
        (error === null ? <Loading /> : <ProblemNote error={error} onRetry={() => void refetch()} />)}
    </Modal>
  );
}

function WorkbinForm(props: DialogProps & { readonly destinations: Destinations }) {
  const { id, act, onClose, destinations } = props;
  const { workbins } = destinations;
  const [workbin, setWorkbin] = useState(workbins[0]?.name ?? '');
  const type = workbins.find(({ name }) => name === workbin)?.owner ?? 'agent';
  const [owner, setOwner] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const owners = useOwners(destinations, type);
  const chosen = owner ?? owners[0]?.value ?? '';
  const submit = (): void => {
    if (chosen === '') return;
    const body = { workbin, owner: chosen, ...(note.trim() !== '' && { note: note.trim() }) };
    act.mutate({ path: `interactions/${id}/workbin`, body }, { onSuccess: onClose });
  };
  return (
    <form
      className={classes.asking}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Select
        label={t.workbin}
        allowDeselect={false}
        data={workbins.map(({ name, displayName }) => ({ value: name, label: displayName }))}
        value={workbin}
        onChange={(name) => {
          setWorkbin(name ?? '');
          setOwner(null);
        }}
      />
      <Select
        label={t.owner}
        searchable
        allowDeselect={false}
        placeholder={t.pick}
        data={owners}
        value={chosen === '' ? null : chosen}
        error={owners.length === 0 ? t.ownerWrong : undefined}
        onChange={setOwner}
      />
      <NoteField value={note} onChange={setNote} />
      <div className={classes.choice}>
        <Button type="submit" loading={act.isPending} disabled={chosen === ''}>
          {t.putNow}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t.cancel}
        </Button>
      </div>
    </form>
  );
}

/** Whose workbin it can be: one's own first; places are not known here. */
function useOwners(
  destinations: Destinations,
  type: Destinations['workbins'][number]['owner'],
): { value: string; label: string }[] {
  const me = useMe();
  if (type === 'agent')
    return [
      { value: me.userName, label: t.myself },
      ...destinations.agents.map(({ userName, name }) => ({ value: userName, label: name })),
    ];
  return type === 'agent-group' ? destinations.groups.map((name) => ({ value: name, label: name })) : [];
}

/** What whoever has it next should know; the first thing to write. */
export function NoteField(props: { readonly value: string; onChange(value: string): void }) {
  return (
    <Textarea
      label={t.note}
      description={t.noteHelp}
      data-autofocus
      autosize
      minRows={2}
      maxRows={8}
      maxLength={2000}
      value={props.value}
      onChange={({ currentTarget: { value } }) => props.onChange(value)}
    />
  );
}
