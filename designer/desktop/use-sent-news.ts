import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { desktop as t } from '../kit/messages/en/desktop.ts';
import { useOutbox } from './outbox.ts';

/** Says when a reply has gone out. */
export function useSentNews(): void {
  useEffect(
    () =>
      useOutbox.subscribe(({ lastSent }, before) => {
        if (lastSent !== undefined && lastSent !== before.lastSent) {
          notifications.show({ color: 'teal', message: t.sent(lastSent.subject) });
        }
      }),
    [],
  );
}
