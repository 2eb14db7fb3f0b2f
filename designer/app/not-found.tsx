import { Button } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '../kit/empty-state.tsx';
import { shell as t } from '../kit/messages/en/shell.ts';

/** What an address shows that leads nowhere. */
export function NotFound() {
  return (
    <EmptyState
      isPage
      icon={<IconMapOff size={26} />}
      title={t.notFound}
      action={
        <Button component={Link} to="/" variant="default">
          {t.home}
        </Button>
      }
    >
      {t.notFoundHelp}
    </EmptyState>
  );
}
