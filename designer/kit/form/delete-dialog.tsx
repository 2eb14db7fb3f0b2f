import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { kit } from '../messages/en/kit.ts';
import { lists as t } from '../messages/en/lists.ts';
import { ProblemNote } from '../problem.tsx';

/** Asks, with the object's name, before something goes away for good. `children` say what follows from it. */
export function DeleteDialog(props: {
  readonly name: string;
  readonly title?: string;
  readonly button?: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onDelete: () => Promise<unknown>;
  readonly children?: ReactNode;
}) {
  const { name, onClose } = props;
  const remove = useMutation({ mutationFn: props.onDelete, onSuccess: onClose });
  return (
    <Modal opened={props.isOpen} onClose={onClose} title={props.title ?? t.deleteTitle(name)}>
      <Stack>
        {props.children !== undefined && (
          <Text size="sm" component="div">
            {props.children}
          </Text>
        )}
        <ProblemNote error={remove.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {kit.cancel}
          </Button>
          <Button color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
            {props.button ?? t.deleteNamed(name)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
