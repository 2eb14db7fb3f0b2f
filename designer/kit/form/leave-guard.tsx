import { Button, Group, Modal, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { lists as t } from '../messages/en/lists.ts';

/** Asks before a change of page, a reload or a closed tab loses what was not saved. */
export function LeaveGuard(props: { readonly name: string; readonly isDirtyNow: () => boolean }) {
  const { isDirtyNow } = props;
  const blocker = useBlocker({ shouldBlockFn: isDirtyNow, enableBeforeUnload: isDirtyNow, withResolver: true });
  return (
    <Modal opened={blocker.status === 'blocked'} onClose={() => blocker.reset?.()} title={t.leaveTitle}>
      <Text size="sm">{t.leaveHelp(props.name)}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" color="red" onClick={() => blocker.proceed?.()}>
          {t.leave}
        </Button>
        <Button onClick={() => blocker.reset?.()} data-autofocus>
          {t.stay}
        </Button>
      </Group>
    </Modal>
  );
}
