import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import type { Token } from '#dsl/protocol/tokens.ts';
import { api } from '../kit/api.ts';
import { ConfirmDialog } from '../kit/form/confirm-dialog.tsx';
import { DetailPane } from '../kit/list/detail-pane.tsx';
import type { ObjectAddress } from '../kit/list/use-object-address.ts';
import { settings } from '../kit/messages/en/settings.ts';
import { rightName } from './right-name.ts';
import { RelativeTime } from '../kit/relative-time.tsx';
import { tokensQuery } from './settings-queries.ts';
import classes from './settings.module.css';

const t = settings.tokens;

/** A token without its secret: what it may do, when it was used, and the button that takes it away. */
export function TokenDetail(props: { readonly token: Token; readonly address: ObjectAddress }) {
  const { token, address } = props;
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const revoke = async (): Promise<void> => {
    await api.send('DELETE', `/api/tokens/${token.id}`, undefined, z.unknown());
    notifications.show({ message: t.revoked(token.name) });
    address.leave();
    await client.invalidateQueries(tokensQuery);
  };
  return (
    <DetailPane title={token.name} onClose={address.close}>
      <dl className={classes.facts}>
        <dt>{t.columns.roles}</dt>
        <dd>{token.roles.map((role) => rightName(role)).join(', ')}</dd>
        <dt>{t.columns.createdBy}</dt>
        <dd>{token.createdBy ?? '–'}</dd>
        <dt>{t.columns.createdAt}</dt>
        <dd>
          <RelativeTime at={token.createdAt} />
        </dd>
        <dt>{t.columns.lastUsedAt}</dt>
        <dd>{token.lastUsedAt === null ? t.never : <RelativeTime at={token.lastUsedAt} />}</dd>
      </dl>
      <Button color="red" variant="light" mt="xl" onClick={() => setOpen(true)}>
        {t.revoke}
      </Button>
      <ConfirmDialog
        name={token.name}
        title={t.revokeTitle(token.name)}
        button={t.revokeNamed(token.name)}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        onConfirm={revoke}
      >
        {t.revokeHelp}
      </ConfirmDialog>
    </DetailPane>
  );
}
