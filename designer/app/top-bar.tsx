import { Kbd, Tooltip, UnstyledButton } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import { IconChevronRight, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { shell as t } from '../kit/messages/en/shell.ts';
import { type Stream, useConnection, useServerMessages } from '../kit/socket.ts';
import { useCrumbs } from './crumbs.ts';
import classes from './shell.module.css';
import { UserMenu } from './user-menu.tsx';

/** Where am I, how do I get elsewhere, am I connected, who am I. Pages add to it through `TopBarSlot`. */
export function TopBar({ onSlot }: { readonly onSlot: (slot: HTMLElement | null) => void }) {
  return (
    <header className={classes.topBar}>
      <Breadcrumb />
      <div ref={onSlot} className={classes.slot} />
      <UnstyledButton className={classes.search} onClick={spotlight.open}>
        <IconSearch size={15} aria-hidden />
        <span className={classes.searchLabel}>{t.palette}</span>
        <Kbd size="xs" className={classes.searchText}>
          Ctrl K
        </Kbd>
      </UnstyledButton>
      <Connection />
      <UserMenu />
    </header>
  );
}

function Breadcrumb() {
  const crumbs = useCrumbs();
  const here = crumbs.map(({ label }) => label).toReversed();
  const title = [...here, t.product].join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <nav className={classes.crumbs} aria-label={t.breadcrumb}>
      {crumbs.map((crumb, index) => (
        <span key={crumb.to} className={classes.crumb}>
          {index > 0 && <IconChevronRight size={14} aria-hidden />}
          {index < crumbs.length - 1 ? (
            <Link to={crumb.to}>{crumb.label}</Link>
          ) : (
            <span aria-current="location" title={crumb.label}>
              {crumb.label}
            </span>
          )}
        </span>
      ))}
    </nav>
  );
}

const noStreams: readonly Stream[] = [];

function Connection() {
  // keeps the connection for the whole session, so that this says something on every page
  useServerMessages(noStreams, ignore);
  const state = useConnection();
  return (
    <Tooltip label={t.connection[state]}>
      <output className={classes.connection} aria-label={t.connection[state]} data-state={state}>
        <span className={classes.dot} />
      </output>
    </Tooltip>
  );
}

function ignore(): void {
  // messages are for the pages
}
