import type { Pool } from 'pg';
import { type Condition, conditionSchema } from '#dsl/condition/condition.ts';
import type { ParamsOf, ResultOf } from '#dsl/blocks/host-calls.ts';
import { textOf } from '#dsl/errors/coded-error.ts';
import { interactionProperties, readViewField } from '#dsl/model/interaction-property.ts';
import { inTransaction } from '../../store/transaction.ts';
import { viewToSql } from '../../interaction/view-sql.ts';
import type { HostCallHandler } from './handler.ts';

/** A search that takes longer would keep its worker's other runs waiting. */
const longestSearchMs = 2000;
/** SQLSTATE of a statement that ran into its limit of time. */
const queryCanceled = '57014';

type Found = ResultOf<'find-interactions'>;

/** Finds other interactions of the tenant by a condition that becomes parameterised SQL. */
export const findInteractions: HostCallHandler<'find-interactions'> = async (params, { run, pool }) => {
  const condition = conditionOf(params);
  if ('error' in condition) return condition;
  try {
    const found = await search(pool, { params, condition, tenantId: run.tenantId, own: run.interaction.id });
    return { result: found };
  } catch (error) {
    if ((error as { code?: unknown }).code !== queryCanceled) throw error;
    const message = `The search took longer than ${longestSearchMs / 1000} s; compare more properties, or live interactions only.`;
    return { error: { code: 'find/too-slow', message } };
  }
};

/** Rules as a condition of the language; one whose value is missing means nobody knows what, so it is refused. */
function conditionOf({ combinator, rules }: ParamsOf<'find-interactions'>) {
  const written = rules.map(({ field, operator, value }) => ({
    field,
    operator,
    ...(value === null || value === undefined ? {} : { value }),
  }));
  const read = conditionSchema.safeParse({ combinator, rules: written });
  if (!read.success) {
    const [issue] = read.error.issues;
    const rule = rules[Number(issue?.path[1])];
    const message = `The rule for "${rule?.field ?? ''}" cannot be asked: ${issue?.message ?? ''}`;
    return { error: { code: 'find/invalid-condition', message } };
  }
  try {
    viewToSql({ order: [], condition: read.data }, 1);
  } catch (error) {
    return { error: { code: 'find/invalid-condition', message: textOf(error) } };
  }
  return read.data;
}

interface Search {
  readonly params: ParamsOf<'find-interactions'>;
  readonly condition: Condition;
  readonly tenantId: string;
  readonly own: string;
}

async function search(pool: Pool, { params, condition, tenantId, own }: Search): Promise<Found> {
  const view = viewToSql({ order: params.order, condition }, 4);
  const { rows } = await inTransaction(pool, async (client) => {
    await client.query(`set local statement_timeout = ${longestSearchMs}`);
    return client.query<Record<string, unknown> & { data: Record<string, unknown> }>(
      `select i.* from interactions i
       where i.tenant_id = $1 and i.id <> $2 ${params.live ? "and i.state <> 'stopped'" : ''} and ${view.where}
       order by ${view.orderBy} limit $3`,
      [tenantId, own, params.max + 1, ...view.parameters],
    );
  });
  const interactions = rows
    .slice(0, params.max)
    .map((row) =>
      Object.fromEntries([
        ['id', row['id']],
        ['state', row['state']],
        ...params.attributes.map((name) => [name, valueOf(row, name)]),
      ]),
    ) as Found['interactions'];
  return { interactions, more: rows.length > params.max };
}

function valueOf(row: Record<string, unknown> & { data: Record<string, unknown> }, name: string): unknown {
  const field = readViewField(name);
  if (field === undefined) return null;
  if ('dataKey' in field) return row.data[field.dataKey] ?? null;
  const value = row[field.property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)] ?? null;
  return interactionProperties[field.property].type === 'time' && value instanceof Date ? value.toISOString() : value;
}
