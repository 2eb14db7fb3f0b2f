import { List } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { api } from '../kit/api.ts';
import { ConfirmDialog } from '../kit/form/confirm-dialog.tsx';
import { design as t } from '../kit/messages/en/design.ts';
import { processKey, processPath, versionsKey } from './process-path.ts';

/** Asks before a process is taken out of service, and says what becomes of mail and of interactions. */
export function DeactivateDialog(props: {
  readonly name: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  const { name } = props;
  const client = useQueryClient();
  const deactivate = async (): Promise<void> => {
    await api.send('POST', `${processPath(name)}/deactivate`, undefined, z.unknown());
    notifications.show({ message: t.deactivated(name), color: 'teal' });
    for (const queryKey of [processKey(name), versionsKey(name), ['processes']])
      await client.invalidateQueries({ queryKey });
  };
  return (
    <ConfirmDialog
      name={name}
      title={t.deactivateTitle(name)}
      button={t.deactivate}
      isOpen={props.isOpen}
      onClose={props.onClose}
      onConfirm={deactivate}
    >
      <List size="sm" spacing={4}>
        {t.deactivateHelp.map((sentence) => (
          <List.Item key={sentence}>{sentence}</List.Item>
        ))}
      </List>
    </ConfirmDialog>
  );
}
