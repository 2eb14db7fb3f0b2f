import { notifications } from '@mantine/notifications';
import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { z } from 'zod';
import type { PlacedReference } from '#dsl/document/references-of.ts';
import { api } from '../kit/api.ts';
import { DeleteButton } from '../kit/form/delete-button.tsx';
import type { ObjectAddress } from '../kit/list/use-object-address.ts';
import { lists } from '../kit/messages/en/lists.ts';
import { UseWarning } from './where-used.tsx';

/** Deletes something of the knowledge base, after saying which blocks use it. */
export function DeleteKnowledge(props: {
  /** What processes call it by; undefined for what none refers to. */
  readonly kind: PlacedReference['kind'] | undefined;
  readonly name: string;
  readonly path: string;
  /** Query of the list it goes from. */
  readonly list: QueryKey;
  readonly address: ObjectAddress;
  readonly children?: ReactNode;
}) {
  const { kind, name, list } = props;
  const client = useQueryClient();
  const remove = async (): Promise<void> => {
    await api.send('DELETE', props.path, undefined, z.unknown());
    notifications.show({ message: lists.deleted(name) });
    props.address.leave();
    client.removeQueries({ queryKey: [...list, name] });
    await client.invalidateQueries({ queryKey: list, exact: true });
  };
  return (
    <DeleteButton name={name} onDelete={remove}>
      {props.children} {kind !== undefined && <UseWarning kind={kind} name={name} />}
    </DeleteButton>
  );
}
