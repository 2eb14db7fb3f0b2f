import { Select, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  type InteractionDetail,
  type InteractionSummary,
  interactionDetailSchema,
  interactionPageSchema,
} from '#dsl/protocol/interactions.ts';
import { api } from '../kit/api.ts';
import { trial as t } from '../kit/messages/en/trial.ts';
import type { Given } from './use-simulation.ts';

/** Chooses an interaction that was really there; what it is like is read once, and nothing of it is changed. */
export function RealInteraction(props: {
  readonly onChoose: (given: Pick<Given, 'interaction' | 'contact' | 'data'>) => void;
}) {
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search, 250);
  const [failed, setFailed] = useState(false);
  const [chosen, setChosen] = useState<InteractionSummary>();
  const page = useQuery({
    queryKey: ['simulate-interactions', asked],
    queryFn: ({ signal }) =>
      api.get(
        `/api/interactions?limit=30${asked === '' ? '' : `&search=${encodeURIComponent(asked)}`}`,
        interactionPageSchema,
        signal,
      ),
  });
  const found = page.data?.interactions ?? [];
  const listed = chosen === undefined || found.some(({ id }) => id === chosen.id) ? found : [chosen, ...found];
  const choose = async (id: string | null): Promise<void> => {
    if (id === null) return;
    setChosen(listed.find((one) => one.id === id));
    try {
      props.onChoose(givenBy(await api.get(`/api/interactions/${id}`, interactionDetailSchema)));
      setFailed(false);
    } catch {
      // said below the field; what was given before stays
      setFailed(true);
    }
  };
  return (
    <Select
      label={t.chooseReal}
      size="xs"
      w={320}
      searchable
      error={(failed || page.isError) && t.loadFailed}
      nothingFoundMessage={<Text size="xs">{t.noReal}</Text>}
      filter={({ options }) => options}
      data={listed.map(({ id, subject, from }) => ({
        value: id,
        label: [subject, from?.address].filter(Boolean).join(' · ') || id,
      }))}
      value={chosen?.id ?? null}
      onSearchChange={setSearch}
      onChange={(id) => void choose(id)}
    />
  );
}

/** The interaction as strategies read it. */
function givenBy(detail: InteractionDetail): Pick<Given, 'interaction' | 'contact' | 'data'> {
  const { contact, message, from } = detail;
  const fullName = [contact?.firstName, contact?.lastName].filter(Boolean).join(' ');
  return {
    interaction: {
      id: detail.id,
      media: detail.media,
      type: detail.type,
      subtype: detail.subtype,
      subject: detail.subject,
      fromAddress: from?.address ?? '',
      fromName: from?.name ?? '',
      toAddress: detail.to ?? '',
      mailbox: detail.mailbox ?? '',
      endpoint: detail.endpoint ?? '',
      priority: detail.priority,
      receivedAt: detail.receivedAt,
      parentId: detail.parentId,
      contactId: detail.contactId,
      threadId: detail.threadId,
      automatic: message?.automatic ?? 'none',
      text: message?.text ?? '',
    },
    contact:
      contact === null
        ? null
        : {
            id: contact.id,
            title: contact.title,
            firstName: contact.firstName,
            lastName: contact.lastName,
            fullName,
            emailAddress: from?.address ?? '',
          },
    data: detail.data,
  };
}
