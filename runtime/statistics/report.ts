import type { Pool } from 'pg';
import type { Report, ReportKind, ReportQuery } from '#dsl/protocol/statistics.ts';
import { occupancy, ratio, serviceFactor } from './ratios.ts';
import type { Counts } from './tally.ts';

/** Most lines of one report: more than a page can use; a program asks for one day after the other. */
const maxLines = 10_000;

type Column = readonly [name: string, value: (counts: Counts, within: number) => number | null];

const counted = (...names: readonly string[]): Column[] => names.map((name) => [name, (counts) => counts[name] ?? 0]);
const average = (name: string, of: string): Column[] => [
  [`${name.replace(/Ms$/, '')}AverageMs`, (counts) => ratio(counts[name], counts[of])],
  [`${name.replace(/Ms$/, '')}GreatestMs`, (counts) => counts[`${name}Max`] ?? null],
];
const agentColumns: Column[] = [
  ...counted(
    'invited',
    'accepted',
    'pulled',
    'rejected',
    'missed',
    'withdrawn',
    'handled',
    'transferred',
    'stopped',
    'sent',
  ),
  ...average('handlingMs', 'handled'),
  ...counted('handlingTimeMs', 'readyTimeMs', 'notReadyTimeMs', 'loggedInTimeMs'),
  ['occupancy', occupancy],
];

const columnsOf: Readonly<Record<ReportKind, readonly Column[]>> = {
  queue: [
    ...counted(
      'entered',
      'distributed',
      'left',
      'accepted',
      'rejected',
      'missed',
      'withdrawn',
      'handled',
      'stopped',
      'abandoned',
      'errors',
    ),
    ...average('waitMs', 'left'),
    ...average('answerMs', 'accepted'),
    ...average('handlingMs', 'handled'),
    ['serviceFactor', serviceFactor],
  ],
  agent: agentColumns,
  'agent-group': agentColumns,
  strategy: [...counted('taken', 'ended', 'stopped', 'errors'), ...average('runMs', 'ended')],
  media: counted('submitted', 'accepted', 'stopped', 'abandoned'),
};

/** Counters, times and ratios of a kind of object, interval by interval, from buckets of a quarter of an hour; all media together. */
export async function report(pool: Pool, tenantId: string, query: ReportQuery): Promise<Report> {
  const { kind, interval, zone, within } = query;
  const start =
    interval === 'day'
      ? `date_trunc('day', b.at, $5)`
      : `date_bin($6::interval, b.at at time zone $5, '2000-01-01') at time zone $5`;
  const { rows } = await pool.query<{ at: Date; name: string; counts: Counts }>(
    `select at, name, jsonb_object_agg(key, value) as counts from (
       select ${start} as at, ${kind === 'agent-group' ? 'g.group_name' : 'b.name'} as name, c.key,
         case when c.key like '%Max' then max(c.value::numeric) else sum(c.value::numeric) end as value
       from statistics_buckets b cross join jsonb_each_text(b.counts) as c
       ${kind === 'agent-group' ? 'join agents a on a.tenant_id = b.tenant_id and a.user_name = b.name join agent_group_members g on g.agent_id = a.id' : ''}
       where b.tenant_id = $1 and b.span = 15 and b.kind = $2 and b.at >= $3 and b.at < $4 and $6::text is not null
         and ($7::text is null or ${kind === 'agent-group' ? 'g.group_name' : 'b.name'} = $7)
       group by 1, 2, 3
     ) as counted group by 1, 2 order by 1, 2 limit ${maxLines + 1}`,
    [
      tenantId,
      kind === 'agent-group' ? 'agent' : kind,
      query.from,
      query.to,
      zone,
      interval === 'day' ? '1 day' : `${interval} minutes`,
      query.name ?? null,
    ],
  );
  const columns = columnsOf[kind];
  return {
    columns: columns.map(([name]) => name),
    lines: rows.slice(0, maxLines).map(({ at, name, counts }) => ({
      at: at.toISOString(),
      name,
      values: columns.map(([, value]) => value(counts, within)),
    })),
    isMore: rows.length > maxLines,
  };
}

/** The report as CSV (RFC 4180), with its times in the zone it was asked for. A text that a spreadsheet would calculate is quoted as text. */
export function reportCsv({ columns, lines }: Report, zone: string): string {
  const time = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const rows = lines.map(({ at, name, values }) => [
    time.format(new Date(at)),
    name,
    ...values.map((value) => value ?? ''),
  ]);
  return [['at', 'name', ...columns], ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
