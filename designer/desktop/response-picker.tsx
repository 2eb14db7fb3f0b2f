import { Combobox, type ComboboxStore, Loader, ScrollArea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { z } from 'zod';
import { type ResponseSummary, responsePreviewSchema, responseSummarySchema } from '#dsl/protocol/knowledge.ts';
import { standardResponseSchema } from '#dsl/model/standard-response.ts';
import { api } from '../kit/api.ts';
import { desktop as t } from '../kit/messages/en/desktop.ts';
import { messageOf } from '../kit/problem.tsx';
import { markFilledIn } from './filled-in.ts';
import { textAsHtml } from './quote-original.ts';
import classes from './reply.module.css';

/** Standard responses to choose from; what is chosen arrives with its field codes filled in for the interaction. */
export function ResponsePicker(props: {
  readonly interactionId: string;
  readonly store: ComboboxStore;
  readonly children: ReactNode;
  onInsert(html: string): void;
}) {
  const { interactionId, store, onInsert } = props;
  const [search, setSearch] = useState('');
  const responses = useQuery({
    queryKey: ['responses'],
    queryFn: ({ signal }) => api.get('/api/responses', z.array(responseSummarySchema), signal),
    enabled: store.dropdownOpened,
    staleTime: 60_000,
  });
  const insert = useMutation({
    mutationFn: (name: string) => readFilledIn(name, interactionId),
    onSuccess: ({ html, problems }) => {
      onInsert(html);
      if (problems.length > 0)
        notifications.show({
          color: 'yellow',
          title: t.responseProblems,
          message: problems.join(' · '),
          autoClose: 8000,
        });
    },
    onError: (error) => notifications.show({ color: 'red', message: messageOf(error) }),
  });
  const approved = (responses.data ?? []).filter((response) => response.status === 'approved');
  const found = approved.filter((response) => matches(response, search));
  const take = (name: string): void => {
    insert.mutate(name);
    setSearch('');
    store.closeDropdown('mouse');
  };
  // whoever presses Enter before the list has come, or before one of it is marked, means its first one
  const takeFirst = async (): Promise<void> => {
    const data = responses.data ?? (await responses.refetch({ cancelRefetch: false })).data ?? [];
    const first = data.find((response) => response.status === 'approved' && matches(response, search));
    if (first !== undefined) take(first.name);
  };
  return (
    <Combobox store={store} width={380} position="top-start" onOptionSubmit={take}>
      <Combobox.Target withAriaAttributes={false}>{props.children}</Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={search}
          aria-label={t.responsesSearch}
          placeholder={t.responsesSearch}
          rightSection={responses.isLoading ? <Loader size={14} /> : null}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || store.getSelectedOptionIndex() >= 0) return;
            event.preventDefault();
            void takeFirst();
          }}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
            store.resetSelectedOption();
            requestAnimationFrame(() => store.selectFirstOption());
          }}
        />
        <Combobox.Options aria-label={t.responses}>
          <ScrollArea.Autosize mah={280} type="auto">
            {responses.error !== null && <Combobox.Empty>{messageOf(responses.error)}</Combobox.Empty>}
            {responses.isSuccess && found.length === 0 && (
              <Combobox.Empty>{approved.length === 0 ? t.responsesEmpty : t.responsesNone}</Combobox.Empty>
            )}
            {found.map((response) => (
              <Combobox.Option key={response.name} value={response.name}>
                <div className={classes.responseName}>{response.name}</div>
                {response.description !== '' && <div className={classes.responseHelp}>{response.description}</div>}
              </Combobox.Option>
            ))}
          </ScrollArea.Autosize>
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function matches({ name, description }: ResponseSummary, search: string): boolean {
  const text = `${name} ${description}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

async function readFilledIn(name: string, interactionId: string): Promise<{ html: string; problems: string[] }> {
  const response = await api.get(`/api/responses/${encodeURIComponent(name)}`, standardResponseSchema);
  const filled = await api.send('POST', '/api/responses/preview', { response, interactionId }, responsePreviewSchema);
  const problems = filled.problems.filter(({ field }) => field !== 'subject').map(({ message }) => message);
  if (filled.html !== null && response.html !== undefined)
    return { html: markFilledIn(response.html, filled.html), problems };
  const paragraphs = markFilledIn(response.text, filled.text)
    .trim()
    .split(/\r?\n[ \t]*\r?\n/);
  return { html: paragraphs.map((text) => `<p>${markedAsHtml(text)}</p>`).join(''), problems };
}

// of a plain text only the marks are tags
function markedAsHtml(text: string): string {
  const parts = text.split(/(<span data-filled="">|<\/span>)/);
  return parts.map((part, index) => (index % 2 === 1 ? part : textAsHtml(part))).join('');
}
