import { Button, Select, TextInput } from '@mantine/core';
import { IconDownload, IconReportOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Report, type ReportKind, reportKindSchema, reportSchema } from '#dsl/protocol/statistics.ts';
import { api } from '../kit/api.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { Loading } from '../kit/loading.tsx';
import { formatLocale } from '../kit/messages/format-locale.ts';
import { supervisor as t } from '../kit/messages/en/supervisor.ts';
import { ProblemNote } from '../kit/problem.tsx';
import { type Column, LineTable } from './line-table.tsx';
import { barWidth, SparkBars } from './spark-bars.tsx';
import classes from './supervisor.module.css';
import { durationWords, numberWords, shareWords } from './words.ts';

type Line = Report['lines'][number];

const dayMs = 86_400_000;
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const exact = new Intl.DateTimeFormat(formatLocale(), { dateStyle: 'short', timeStyle: 'short' });

/** A day as date fields write it, in the viewer's zone. */
function dayOf(at: Date): string {
  return new Intl.DateTimeFormat('sv-SE').format(at);
}

/** Figures by interval, of days in the viewer's zone: a chart of one of them, the table, and the file. */
export function ReportsPane() {
  const [kind, setKind] = useState<ReportKind>('queue');
  const [interval, setInterval] = useState('60');
  const [from, setFrom] = useState(() => dayOf(new Date()));
  const [to, setTo] = useState(() => dayOf(new Date()));
  const search = new URLSearchParams({
    kind,
    interval,
    zone,
    from: new Date(`${from}T00:00:00`).toISOString(),
    to: new Date(new Date(`${to}T00:00:00`).getTime() + dayMs).toISOString(),
  }).toString();
  const { data, error, refetch } = useQuery({
    queryKey: ['report', search],
    queryFn: ({ signal }) => api.get(`/api/statistics/report?${search}`, reportSchema, signal),
  });
  const kinds = reportKindSchema.options.map((value) => ({ value, label: t.report.kinds[value] }));
  const intervals = Object.entries(t.report.intervals).map(([value, label]) => ({ value, label }));
  return (
    <>
      <div className={classes.filters}>
        <Select
          className={classes.select}
          aria-label={t.report.about}
          allowDeselect={false}
          data={kinds}
          value={kind}
          onChange={(next) => setKind(next ?? kind)}
        />
        <Select
          className={classes.select}
          aria-label={t.report.interval}
          allowDeselect={false}
          data={intervals}
          value={interval}
          onChange={(next) => setInterval(next ?? interval)}
        />
        <TextInput
          type="date"
          aria-label={t.report.from}
          value={from}
          max={to}
          onChange={({ currentTarget: { value } }) => value !== '' && setFrom(value)}
        />
        <TextInput
          type="date"
          aria-label={t.report.to}
          value={to}
          min={from}
          onChange={({ currentTarget: { value } }) => value !== '' && setTo(value)}
        />
        <Button
          component="a"
          variant="default"
          href={`/api/statistics/report.csv?${search}`}
          download
          leftSection={<IconDownload size={14} />}
        >
          {t.report.csv}
        </Button>
      </div>
      {error !== null && (
        <div className={classes.fault}>
          <ProblemNote error={error} onRetry={() => void refetch()} />
        </div>
      )}
      {data === undefined ? error === null && <Loading /> : <Lines key={kind} report={data} kind={kind} />}
    </>
  );
}

function Lines({ report, kind }: { readonly report: Report; readonly kind: ReportKind }) {
  const { columns, lines, isMore } = report;
  const [shown, setShown] = useState(columns[0] ?? '');
  if (lines.length === 0)
    return (
      <EmptyState icon={<IconReportOff size={26} />} title={t.report.none}>
        {t.report.noneHelp}
      </EmptyState>
    );
  // shares and averages cannot be added up over objects
  const charted = columns.filter((column) => !/Average|Greatest|serviceFactor|occupancy/.test(column));
  const index = columns.indexOf(shown);
  const sums = new Map<string, number>();
  for (const { at, values } of lines) sums.set(at, (sums.get(at) ?? 0) + (values[index] ?? 0));
  const values = [...sums.values()];
  const label = t.report.columns[shown] ?? shown;
  const most = t.report.most(valueWords(shown, Math.max(0, ...values)));
  return (
    <>
      <figure className={classes.chart}>
        <figcaption>
          <Select
            className={classes.select}
            aria-label={t.report.chart}
            allowDeselect={false}
            data={charted.map((value) => ({ value, label: t.report.columns[value] ?? value }))}
            value={shown}
            onChange={(next) => setShown(next ?? shown)}
          />
          <span>{most}</span>
        </figcaption>
        <SparkBars isLarge values={values} spoken={`${label}; ${most}`} />
        <div className={classes.axis} style={{ maxWidth: Math.max(2, values.length) * barWidth }} aria-hidden>
          <span>{timeWords([...sums.keys()][0])}</span>
          {values.length > 1 && <span>{timeWords([...sums.keys()].at(-1))}</span>}
        </div>
      </figure>
      {isMore && <output className={classes.behind}>{t.report.more}</output>}
      <LineTable
        label={t.report.kinds[kind]}
        columns={tableColumns(columns)}
        lines={lines}
        keyOf={({ at, name }) => `${at} ${name}`}
        first="at"
      />
    </>
  );
}

function tableColumns(columns: readonly string[]): Column<Line>[] {
  return [
    { id: 'at', label: t.report.at, width: '130px', order: ({ at }) => at, cell: ({ at }) => timeWords(at) },
    {
      id: 'name',
      label: t.columns.name,
      width: 'minmax(116px, 2fr)',
      order: ({ name }) => name,
      cell: ({ name }) => <span className={classes.name}>{name}</span>,
    },
    ...columns.map(
      (column, index): Column<Line> => ({
        id: column,
        label: t.report.columns[column] ?? column,
        isExtra: index > 0,
        order: ({ values }) => values[index] ?? null,
        cell: ({ values }) => valueWords(column, values[index] ?? null),
      }),
    ),
  ];
}

function valueWords(column: string, value: number | null): string {
  if (column.endsWith('Ms')) return durationWords(value);
  if (column === 'serviceFactor' || column === 'occupancy') return shareWords(value);
  return value === null ? '–' : numberWords(value);
}

function timeWords(at: string | undefined): string {
  return at === undefined ? '' : exact.format(new Date(at));
}
