import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { EmptyState } from '../kit/empty-state.tsx';
import { Loading } from '../kit/loading.tsx';
import { shell as t } from '../kit/messages/en/shell.ts';
import { TopBarPlace } from '../kit/top-bar-slot.tsx';
import { mayOpen } from './areas.ts';
import { Rail } from './rail.tsx';
import { useMe } from './session.ts';
import classes from './shell.module.css';
import { TopBar } from './top-bar.tsx';

const CommandPalette = lazy(() =>
  import('./command-palette.tsx').then((loaded) => ({ default: loaded.CommandPalette })),
);
const Toasts = lazy(() => import('./toasts.tsx').then((loaded) => ({ default: loaded.Toasts })));

/** The frame around every page: rail of areas, top bar, the page, and what lies above all of them. */
export function Shell() {
  const me = useMe();
  const { pathname } = useLocation();
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#page">
        {t.skip}
      </a>
      <Rail />
      <TopBar onSlot={setSlot} />
      <main className={classes.page} id="page" tabIndex={-1}>
        <TopBarPlace value={slot}>
          <Suspense fallback={<Loading />}>{mayOpen(me.role, pathname) ? <Outlet /> : <NotAllowed />}</Suspense>
        </TopBarPlace>
      </main>
      <Suspense fallback={null}>
        <CommandPalette />
        <Toasts />
      </Suspense>
    </div>
  );
}

function NotAllowed() {
  const me = useMe();
  return (
    <EmptyState
      isPage
      icon={<IconLock size={26} />}
      title={t.notAllowed}
      action={
        <Button component={Link} to="/" variant="default">
          {t.home}
        </Button>
      }
    >
      {t.notAllowedHelp(t.role[me.role])}
    </EmptyState>
  );
}
