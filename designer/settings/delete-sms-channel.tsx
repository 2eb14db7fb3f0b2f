import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { api } from '../kit/api.ts';
import { ConfirmDialog } from '../kit/form/confirm-dialog.tsx';
import type { ObjectAddress } from '../kit/list/use-object-address.ts';
import { lists } from '../kit/messages/en/lists.ts';
import { sms as t } from '../kit/messages/en/sms.ts';
import { smsChannelsQuery } from './settings-queries.ts';

/** Address of a channel in the API. */
export function smsChannelPath(name: string): string {
  return `/api/sms-channels/${encodeURIComponent(name)}`;
}

/** The button that forgets a channel, once it has been confirmed. */
export function DeleteSmsChannel(props: { readonly name: string; readonly address: ObjectAddress }) {
  const { name, address } = props;
  const client = useQueryClient();
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
      <ConfirmDialog
        name={name}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        onConfirm={async () => {
          await api.send('DELETE', smsChannelPath(name), undefined, z.unknown());
          address.leave();
          await client.invalidateQueries(smsChannelsQuery);
        }}
      >
        {t.deleteHelp}
      </ConfirmDialog>
    </>
  );
}
