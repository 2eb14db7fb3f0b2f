import { UnstyledButton } from '@mantine/core';
import { IconChevronRight, IconInbox, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { desktop } from '../kit/messages/en/desktop.ts';
import { workbins as t } from '../kit/messages/en/workbins.ts';
import { ProblemNote } from '../kit/problem.tsx';
import { RelativeTime } from '../kit/relative-time.tsx';
import { whoOf } from './mail-address.ts';
import classes from './work-pane.module.css';
import { type DesktopWorkbin, useWorkbins } from './workbins-data.ts';

/** Workbins of the agent, then those of their groups; each opens to what is in it. Nothing while no process has one. */
export function WorkbinsSection(props: { readonly selectedId: string | undefined; onSelect(id: string): void }) {
  const { data, error, refetch } = useWorkbins();
  if (data === undefined) return error === null ? null : <ProblemNote error={error} onRetry={() => void refetch()} />;
  const mine = data.workbins.filter(({ owner }) => owner.type === 'agent');
  // each group has one of each: those with nothing in them would only be in the way
  const team = data.workbins.filter(({ owner, count }) => owner.type !== 'agent' && count > 0);
  return (
    <>
      {[
        { title: t.mine, bins: mine },
        { title: t.team, bins: team },
      ].map(
        ({ title, bins }) =>
          bins.length > 0 && (
            <section key={title} className={classes.section} aria-label={title}>
              <h2 className={classes.heading}>{title}</h2>
              <ul className={classes.items}>
                {bins.map((bin) => (
                  <WorkbinLines key={`${bin.workbin} ${bin.owner.name}`} bin={bin} {...props} />
                ))}
              </ul>
            </section>
          ),
      )}
    </>
  );
}

function WorkbinLines(props: {
  readonly bin: DesktopWorkbin;
  readonly selectedId: string | undefined;
  onSelect(id: string): void;
}) {
  const { bin, selectedId, onSelect } = props;
  const isHere = bin.interactions.some(({ id }) => id === selectedId);
  const [isOpen, setOpen] = useState(false);
  const name = bin.owner.type === 'agent' ? bin.displayName : t.of(bin.displayName, bin.owner.name);
  const Icon = bin.owner.type === 'agent' ? IconInbox : IconUsersGroup;
  const isShown = isOpen || isHere;
  return (
    <li>
      <UnstyledButton
        className={classes.bin}
        aria-expanded={isShown}
        title={t.open(name)}
        onClick={() => setOpen(!isShown)}
      >
        <IconChevronRight size={14} className={classes.binArrow} data-open={isShown} aria-hidden />
        <Icon size={16} aria-hidden />
        <span className={classes.binName}>{name}</span>
        {bin.count > 0 && <span className={classes.count}>{t.count(bin.count, bin.isMore)}</span>}
      </UnstyledButton>
      {isShown && (
        <ul className={classes.items}>
          {bin.interactions.length === 0 && <li className={classes.binNone}>{t.empty}</li>}
          {bin.interactions.map((interaction) => (
            <BinItem
              key={interaction.id}
              interaction={interaction}
              isSelected={interaction.id === selectedId}
              onSelect={onSelect}
            />
          ))}
          {bin.count > bin.interactions.length && (
            <li className={classes.binNone}>{t.more(bin.count - bin.interactions.length)}</li>
          )}
        </ul>
      )}
    </li>
  );
}

function BinItem(props: {
  readonly interaction: DesktopWorkbin['interactions'][number];
  readonly isSelected: boolean;
  onSelect(id: string): void;
}) {
  const { id, from, subject, placedAt, placedBy, note } = props.interaction;
  return (
    <li>
      <UnstyledButton
        className={classes.item}
        aria-current={props.isSelected ? 'true' : undefined}
        onClick={() => props.onSelect(id)}
      >
        <span className={classes.itemWho}>
          <strong>{whoOf(from, desktop.unknownSender)}</strong>
          <span className={classes.dim}>{placedAt !== null && <RelativeTime at={placedAt} />}</span>
        </span>
        <span className={classes.itemSubject}>{subject === '' ? desktop.noSubject : subject}</span>
        {note !== null && (
          <span className={classes.itemNote}>
            {placedBy !== null && <b>{t.noteOf(placedBy)} </b>}
            {note}
          </span>
        )}
      </UnstyledButton>
    </li>
  );
}
