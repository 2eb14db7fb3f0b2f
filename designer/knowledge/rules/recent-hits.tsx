import { ActionIcon, Checkbox, Group, Text, Tooltip } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconRefresh } from '@tabler/icons-react';
import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { type InteractionDetail, interactionDetailSchema } from '#dsl/protocol/interactions.ts';
import { screen, type ScreenedMessage, type ScreeningRule } from '#dsl/screening-pattern/screening-rule.ts';
import { api } from '../../kit/api.ts';
import { Loading } from '../../kit/loading.tsx';
import { knowledge } from '../../kit/messages/en/knowledge.ts';
import { ProblemNote } from '../../kit/problem.tsx';
import { RelativeTime } from '../../kit/relative-time.tsx';
import classes from '../knowledge.module.css';
import { recentMailQuery } from '../knowledge-queries.ts';
import own from './rules.module.css';

const t = knowledge.rules;

interface Judged {
  readonly interaction: InteractionDetail;
  readonly matched: boolean;
  readonly caught: string;
}

/** What came in lately, judged by the rule as it stands. */
export function RecentHits({ rule }: { readonly rule: ScreeningRule }) {
  const page = useQuery(recentMailQuery);
  const inbound = (page.data?.interactions ?? []).filter(({ type }) => type === 'Inbound');
  const details = useQueries({
    queries: inbound.map(({ id }) => ({
      queryKey: ['interactions', id, 'judged'],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        api.get(`/api/interactions/${id}`, interactionDetailSchema, signal),
      staleTime: Number.POSITIVE_INFINITY,
    })),
    combine: (queries) => ({
      data: queries.flatMap(({ data }) => (data === undefined ? [] : [data])),
      isPending: queries.some((query) => query.isPending),
    }),
  });
  const [onlyHits, setOnlyHits] = useState(false);
  const judged = useMemo(() => details.data.map((one) => judge(rule, one)), [details.data, rule]);
  if (page.isPending || (details.isPending && judged.length === 0 && inbound.length > 0)) return <Loading />;
  if (page.data === undefined) return <ProblemNote error={page.error} onRetry={() => void page.refetch()} />;
  if (inbound.length === 0) return <Quiet text={t.recentNone} />;
  const hits = judged.filter(({ matched }) => matched);
  const shown = onlyHits ? hits : judged;
  return (
    <>
      <Quiet text={t.recentHelp} />
      <Group justify="space-between">
        <output className={hits.length > 0 ? own.yes : own.no}>{t.hits(hits.length, judged.length)}</output>
        <Group gap="xs">
          <Checkbox
            size="xs"
            label={t.onlyHits}
            checked={onlyHits}
            onChange={(event) => setOnlyHits(event.currentTarget.checked)}
          />
          <Tooltip label={t.refresh}>
            <ActionIcon aria-label={t.refresh} loading={page.isFetching} onClick={() => void page.refetch()}>
              <IconRefresh size={16} />
            </ActionIcon>
          </Tooltip>
        </Group>
      </Group>
      {shown.length === 0 ? (
        <Quiet text={t.noHits} />
      ) : (
        <ul className={own.hits}>
          {shown.map((one) => (
            <Hit key={one.interaction.id} judged={one} />
          ))}
        </ul>
      )}
    </>
  );
}

function Quiet({ text }: { readonly text: string }) {
  return (
    <Text size="sm" className={classes.dim ?? ''}>
      {text}
    </Text>
  );
}

function Hit({ judged }: { readonly judged: Judged }) {
  const { interaction, matched, caught } = judged;
  const Icon = matched ? IconCircleCheck : IconCircleDashed;
  return (
    <li className={own.hit}>
      <Icon size={16} className={matched ? own.yes : own.no} aria-label={matched ? t.applies : t.appliesNot} />
      <Link to="/interactions/$id" params={{ id: interaction.id }}>
        {interaction.subject || knowledge.responses.noSubject}
      </Link>
      <span className={own.no}>
        <RelativeTime at={interaction.receivedAt} />
      </span>
      <span className={own.sub}>{[interaction.from?.address ?? '', caught].filter(Boolean).join(' · ')}</span>
    </li>
  );
}

function judge(rule: ScreeningRule, interaction: InteractionDetail): Judged {
  const { matched, keys } = screen(rule, screened(interaction));
  return {
    interaction,
    matched,
    caught: Object.entries(keys)
      .map(([key, value]) => `${key} = ${value}`)
      .join(', '),
  };
}

/** The parts of an interaction that the Screen block shows to a rule. */
function screened({ subject, message, data }: InteractionDetail): ScreenedMessage {
  const headers = Object.entries(data)
    .filter(([key]) => key.startsWith('Header_'))
    .map(
      ([key, value]) => `${key.slice('Header_'.length)}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
    );
  return { subject, body: message?.text ?? '', headers: headers.join('\n') };
}
