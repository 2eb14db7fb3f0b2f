import { Select, SegmentedControl, TextInput } from '@mantine/core';
import { IconGauge, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Board, boardSchema, thresholdSeconds, windowMinutes } from '#dsl/protocol/statistics.ts';
import { api } from '../kit/api.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { Loading } from '../kit/loading.tsx';
import { supervisor as t } from '../kit/messages/en/supervisor.ts';
import { ProblemNote } from '../kit/problem.tsx';
import { useServerMessages } from '../kit/socket.ts';
import { agentColumns, queueColumns, strategyColumns } from './board-columns.tsx';
import { LineTable } from './line-table.tsx';
import classes from './supervisor.module.css';
import { durationWords } from './words.ts';

type Part = 'queues' | 'agents' | 'strategies';

/** Without a word from the server it is read again this often. */
const anywayMs = 5000;
/** Figures that are older are said to be. */
const behindMs = 15_000;

/** The live board: a table each of queues, agents and strategies, kept current by what the server says has changed. */
export function BoardPane() {
  const [part, setPart] = useState<Part>('queues');
  const [find, setFind] = useState('');
  const [minutes, setMinutes] = useState('15');
  const [within, setWithin] = useState('60');
  const { data, error, refetch } = useQuery({
    queryKey: ['board', minutes, within],
    queryFn: ({ signal }) => api.get(`/api/statistics/board?window=${minutes}&within=${within}`, boardSchema, signal),
    refetchInterval: anywayMs,
    placeholderData: (before) => before,
  });
  // told once a second at most, and only when something changed
  useServerMessages(['counts'], ({ type }) => {
    if (type === 'counts') void refetch();
  });
  return (
    <>
      <div className={classes.filters}>
        <SegmentedControl
          size="xs"
          aria-label={t.views.board}
          value={part}
          onChange={(next) => setPart(next as Part)}
          data={(['queues', 'agents', 'strategies'] as const).map((value) => ({ value, label: t.parts[value] }))}
        />
        <TextInput
          className={classes.find}
          aria-label={t.find}
          placeholder={t.find}
          leftSection={<IconSearch size={14} />}
          value={find}
          onChange={({ currentTarget }) => setFind(currentTarget.value)}
        />
        <Select
          className={classes.select}
          aria-label={t.window}
          allowDeselect={false}
          value={minutes}
          onChange={(next) => setMinutes(next ?? minutes)}
          data={windowMinutes.map((value) => ({ value: String(value), label: t.minutes(value) }))}
        />
        <Select
          className={classes.select}
          aria-label={t.within}
          allowDeselect={false}
          value={within}
          onChange={(next) => setWithin(next ?? within)}
          data={thresholdSeconds.map((value) => ({
            value: String(value),
            label: t.withinSeconds(durationWords(value * 1000)),
          }))}
        />
        {data !== undefined && <Behind board={data} />}
      </div>
      {error !== null && data === undefined && (
        <div className={classes.fault}>
          <ProblemNote error={error} onRetry={() => void refetch()} />
        </div>
      )}
      {data === undefined ? error === null && <Loading /> : <Part board={data} part={part} find={find} />}
    </>
  );
}

function Behind({ board }: { readonly board: Board }) {
  const behind = Date.parse(board.at) - Date.parse(board.countedAt);
  return behind > behindMs ? <output className={classes.behind}>{t.behind(durationWords(behind))}</output> : null;
}

function Part(props: { readonly board: Board; readonly part: Part; readonly find: string }) {
  const { board, part, find } = props;
  const fits = ({ name }: { readonly name: string }): boolean => name.toLowerCase().includes(find.trim().toLowerCase());
  const common = { label: t.parts[part], keyOf: ({ name }: { readonly name: string }) => name };
  if (!board[part].some(fits)) return <Nothing part={part} isFiltered={board[part].length > 0} />;
  if (part === 'queues')
    return <LineTable {...common} first="waiting" columns={queueColumns} lines={board.queues.filter(fits)} />;
  if (part === 'strategies')
    return <LineTable {...common} first="running" columns={strategyColumns} lines={board.strategies.filter(fits)} />;
  return (
    <LineTable
      {...common}
      keyOf={({ id }) => id}
      first="inHand"
      columns={agentColumns}
      lines={board.agents.filter(fits)}
    />
  );
}

function Nothing({ part, isFiltered }: { readonly part: Part; readonly isFiltered: boolean }) {
  if (isFiltered) return <EmptyState icon={<IconSearch size={26} />} title={t.none} />;
  const words = {
    queues: [t.noQueues, t.noQueuesHelp],
    agents: [t.noAgents, t.noAgentsHelp],
    strategies: [t.noStrategies, t.noStrategiesHelp],
  }[part];
  return (
    <EmptyState icon={<IconGauge size={26} />} title={words[0] ?? ''}>
      {words[1]}
    </EmptyState>
  );
}
