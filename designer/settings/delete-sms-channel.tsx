import { useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { api } from '../kit/api.ts';
import { DeleteButton } from '../kit/form/delete-button.tsx';
import type { ObjectAddress } from '../kit/list/use-object-address.ts';
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
  return (
    <DeleteButton
      name={name}
      onDelete={async () => {
        await api.send('DELETE', smsChannelPath(name), undefined, z.unknown());
        address.leave();
        await client.invalidateQueries(smsChannelsQuery);
      }}
    >
      {t.deleteHelp}
    </DeleteButton>
  );
}
