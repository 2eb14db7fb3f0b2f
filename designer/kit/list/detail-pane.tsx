import { ActionIcon, Button, Title } from '@mantine/core';
import { IconChevronLeft, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { lists as t } from '../messages/en/lists.ts';
import classes from './list-page.module.css';
import { useIsPhone } from './use-is-phone.ts';

/** The object that is open beside its list: heading, what can be done with it, its form, and the way back. */
export function DetailPane(props: {
  readonly title: string;
  /** Badges and buttons beside the title. */
  readonly aside?: ReactNode;
  /** Bar at the bottom that stays in view: the state of the form and its buttons. */
  readonly foot?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  // on a phone the list with its own heading is not on the page
  const isAlone = useIsPhone();
  return (
    <section className={classes.detail} aria-label={props.title}>
      <header className={classes.head}>
        <ActionIcon className={classes.back ?? ''} aria-label={t.backToList} onClick={props.onClose}>
          <IconChevronLeft size={20} />
        </ActionIcon>
        <Title order={isAlone ? 1 : 2} size="h2" title={props.title}>
          {props.title}
        </Title>
        <div className={classes.spring} />
        {props.aside}
        <ActionIcon className={classes.close ?? ''} aria-label={t.closeDetail} onClick={props.onClose}>
          <IconX size={18} />
        </ActionIcon>
      </header>
      <div className={classes.body}>{props.children}</div>
      {props.foot !== undefined && <footer className={classes.foot}>{props.foot}</footer>}
    </section>
  );
}

/** What a form says of itself at the bottom: unsaved, at fault, or nothing; with the buttons that follow from it. */
export function SaveBar(props: {
  readonly isDirty: boolean;
  readonly isSaving: boolean;
  /** Fields at fault, shown once saving was tried. */
  readonly faults: number;
  readonly label?: string;
  readonly onDiscard?: (() => void) | undefined;
  readonly onSave: () => void;
  readonly children?: ReactNode;
}) {
  const { isDirty, faults, onDiscard } = props;
  return (
    <>
      {props.children}
      <output className={classes.state} data-tone={faults > 0 ? 'bad' : 'plain'}>
        {faults > 0 ? t.fixFirst(faults) : isDirty ? t.changed : ''}
      </output>
      <div className={classes.spring} />
      {isDirty && onDiscard !== undefined && (
        <Button variant="subtle" color="gray" onClick={onDiscard}>
          {t.discard}
        </Button>
      )}
      <Button onClick={props.onSave} loading={props.isSaving} disabled={!isDirty}>
        {props.label ?? t.save}
      </Button>
    </>
  );
}

/** A section that is one form, without a list. */
export function FormPage(props: { readonly title: string; readonly foot?: ReactNode; readonly children: ReactNode }) {
  return (
    <section className={classes.form} aria-label={props.title}>
      <div className={classes.body}>
        <Title order={1} size="h2" mb="lg">
          {props.title}
        </Title>
        {props.children}
      </div>
      {props.foot !== undefined && <footer className={classes.foot}>{props.foot}</footer>}
    </section>
  );
}
