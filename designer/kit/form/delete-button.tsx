import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { lists } from '../messages/en/lists.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';

/** The button at the head of an object that deletes it, once that has been confirmed. `children` say what follows from it. */
export function DeleteButton(props: {
  readonly name: string;
  readonly onDelete: () => Promise<unknown>;
  readonly children: ReactNode;
}) {
  const { name, onDelete, children } = props;
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="subtle"
        color="red"
        leftSection={<IconTrash size={15} />}
        onClick={() => setOpen(true)}
        ml="auto"
      >
        {lists.delete}
      </Button>
      <ConfirmDialog name={name} isOpen={isOpen} onClose={() => setOpen(false)} onConfirm={onDelete}>
        {children}
      </ConfirmDialog>
    </>
  );
}
