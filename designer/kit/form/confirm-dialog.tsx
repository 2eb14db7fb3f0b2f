import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { kit } from '../messages/en/kit.ts';
import { lists as t } from '../messages/en/lists.ts';
import { ProblemNote } from '../problem.tsx';

/**
 * Asks, with the object's name, before something that cannot be undone: deleting it, unless title and button say otherwise.
 * `children` say what follows from it.
 */
export function ConfirmDialog(props: {
  readonly name: string;
  readonly title?: string;
  readonly button?: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => Promise<unknown>;
  /** Left out, it is a loss. */
  readonly isHarmless?: boolean;
  readonly children?: ReactNode;
}) {
  const { name, onClose } = props;
  const act = useMutation({ mutationFn: props.onConfirm, onSuccess: onClose });
  return (
    <Modal opened={props.isOpen} onClose={onClose} title={props.title ?? t.deleteTitle(name)}>
      <Stack>
        {props.children !== undefined && (
          <Text size="sm" component="div">
            {props.children}
          </Text>
        )}
        <ProblemNote error={act.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {kit.cancel}
          </Button>
          <Button
            {...(props.isHarmless !== true && { color: 'red' })}
            loading={act.isPending}
            onClick={() => act.mutate()}
          >
            {props.button ?? t.deleteNamed(name)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
