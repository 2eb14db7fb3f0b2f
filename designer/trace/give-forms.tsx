import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import type { Destinations } from '#dsl/protocol/desktop.ts';
import type { Intervention } from '#dsl/protocol/supervise.ts';
import { Loading } from '../kit/loading.tsx';
import { trace as t } from '../kit/messages/en/trace.ts';
import { ProblemNote } from '../kit/problem.tsx';
import classes from './supervise-buttons.module.css';
import { useGivingTargets } from './supervise.ts';

interface GiveProps {
  onGive(act: Intervention): void;
}

/** Asks which agent is to have them; those who are not ready for all of these media cannot be picked. */
export function AssignForm(props: GiveProps & { readonly media: readonly string[] }) {
  const { data, error } = useGivingTargets();
  const [agent, setAgent] = useState<string | null>(null);
  if (data === undefined) return error === null ? <Loading /> : <ProblemNote error={error} />;
  const isReady = ({ readyFor }: Destinations['agents'][number]): boolean =>
    props.media.every((media) => readyFor.includes(media));
  const choices = data.agents
    .map((one) => ({ value: one.userName, name: one.name, disabled: !isReady(one) }))
    .toSorted((left, right) => Number(left.disabled) - Number(right.disabled))
    .map(({ name, ...choice }) => ({ ...choice, label: choice.disabled ? t.act.notReady(name) : name }));
  return (
    <>
      <Pick
        label={t.act.assignTo}
        description={t.act.assignHelp}
        data={choices}
        value={agent}
        isFirst
        onChange={setAgent}
      />
      <Button disabled={agent === null} onClick={() => agent !== null && props.onGive({ kind: 'assign', agent })}>
        {t.act.assignNow}
      </Button>
    </>
  );
}

/** Asks which workbin they go to and whose it is. */
export function WorkbinForm(props: GiveProps) {
  const { data, error } = useGivingTargets();
  const [picked, setPicked] = useState<string | null>(null);
  const [owner, setOwner] = useState<string | null>(null);
  if (data === undefined) return error === null ? <Loading /> : <ProblemNote error={error} />;
  const { workbins } = data;
  if (workbins.length === 0) return <p className={classes.dim}>{t.act.noWorkbins}</p>;
  const workbin = workbins.find(({ name }) => name === picked) ?? workbins[0];
  const owners = workbin === undefined ? [] : ownersOf(data, workbin.owner);
  return (
    <>
      <Pick
        label={t.act.workbinTo}
        data={workbins.map(({ name, displayName }) => ({ value: name, label: displayName }))}
        value={workbin?.name ?? null}
        isFirst
        onChange={(name) => {
          setPicked(name);
          setOwner(null);
        }}
      />
      <Pick
        label={t.act.workbinOwner}
        description={owners.length === 0 ? t.act.noOwners : undefined}
        data={owners}
        value={owner}
        onChange={setOwner}
      />
      <Button
        disabled={owner === null || workbin === undefined}
        onClick={() =>
          owner !== null && workbin !== undefined && props.onGive({ kind: 'workbin', workbin: workbin.name, owner })
        }
      >
        {t.act.workbinNow}
      </Button>
    </>
  );
}

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

function Pick(props: {
  readonly label: string;
  readonly description?: string | undefined;
  readonly data: readonly Choice[];
  readonly value: string | null;
  readonly isFirst?: boolean;
  onChange(value: string | null): void;
}) {
  const { label, description, data, value, isFirst = false, onChange } = props;
  return (
    <Select
      label={label}
      description={description}
      placeholder={t.act.pick}
      searchable
      allowDeselect={false}
      data-autofocus={isFirst || undefined}
      data={data}
      value={value}
      onChange={onChange}
      comboboxProps={{ withinPortal: false }}
    />
  );
}

/** Places are not known here. */
function ownersOf({ agents, groups }: Destinations, type: Destinations['workbins'][number]['owner']): Choice[] {
  if (type === 'agent') return agents.map(({ userName, name }) => ({ value: userName, label: name }));
  return type === 'agent-group' ? groups.map((name) => ({ value: name, label: name })) : [];
}
