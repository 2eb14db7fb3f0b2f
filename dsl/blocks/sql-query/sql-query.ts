import { z } from 'zod';
import { answerMapping, mappingReferences, mappingToJs } from '../../block/answer-mapping.ts';
import { defineBlock, errorPort, shown } from '../../block/block.ts';
import { defineHostCall } from '../../block/host-call.ts';
import { namedField, namedReference } from '../../block/named-field.ts';
import { scalarSchema } from '../../block/variable-name.ts';
import { parameter } from '../../document/parameter.ts';
import { nameSchema } from '../../document/strategy.ts';

const sqlSchema = z.string().min(1).max(20_000);
const rowsSchema = z.int().min(1).max(1000);
const timeoutSchema = z.int().min(1).max(120);

/** Asks a database. The text of the query is the author's, values come in apart and never become part of it. */
export const sqlQueryCall = defineHostCall({
  name: 'sql-query',
  params: z.strictObject({
    dataSource: nameSchema,
    sql: sqlSchema,
    /** Values of $1, $2 and so on. */
    values: z.array(scalarSchema).max(100).default([]),
    maxRows: rowsSchema.default(100),
    timeoutSeconds: timeoutSchema.default(10),
    /** True lets the statement change the database, where the data source allows it. */
    writes: z.boolean().default(false),
  }),
  result: z.strictObject({
    rows: z.array(z.record(z.string(), z.json())),
    /** Rows given, or changed by a statement that gives none. */
    count: z.int(),
    /** True when there were more than `maxRows`. */
    more: z.boolean(),
  }),
  help: 'Asks a data source with a parameterised query and gives its rows.',
  waits: true,
  places: false,
});

/** Asks a database and takes rows over. */
export const sqlQuery = defineBlock({
  type: 'sql-query',
  config: z.strictObject({
    dataSource: namedField('data-source', 'Data source', 'The database to ask; data sources are kept under Settings.'),
    // no expression: what is asked must not depend on what customers write
    sql: sqlSchema.meta({
      title: 'SQL',
      description:
        'One statement. $1, $2 and so on stand for the values below, so that no text of a customer becomes SQL.',
      editor: 'text',
    }),
    values: z
      .array(z.strictObject({ value: parameter(scalarSchema).meta({ title: 'Value' }) }))
      .max(100)
      .default([])
      .meta({
        title: 'Values',
        description: 'The first is $1, the second $2.',
      }),
    maxRows: parameter(rowsSchema).default(100).meta({
      title: 'At most',
      description: 'Rows that are taken; the answer says in "more" whether there were others.',
      unit: 'rows',
    }),
    timeoutSeconds: parameter(timeoutSchema).default(10).meta({
      title: 'Timeout',
      description: 'How long the database may take.',
      unit: 's',
    }),
    writes: z.boolean().default(false).meta({
      title: 'Changes the database',
      description: 'Otherwise the statement can only read. The data source must allow it too; it is never tried twice.',
    }),
    ...answerMapping('rows[0].name'),
  }),
  face: {
    label: 'SQL Query',
    icon: 'database-search',
    category: 'data',
    help:
      'Asks a database with a parameterised statement and takes values of the answer into variables and attached data (Database Wizard). ' +
      'The answer has rows, count and more. Leaves by "no-rows" when there are none; unwired, that goes where "next" goes. It can only ' +
      'read unless the block and the data source both allow changes.',
    summary: (config) => `${shown(config.dataSource)}: ${config.sql.trim().split('\n')[0] ?? ''}`,
  },
  ports: () => [{ name: 'next', kind: 'success' }, { name: 'no-rows', kind: 'branch', fallback: 'next' }, errorPort],
  references: (config) => [
    ...namedReference('data-source', config.dataSource, 'dataSource'),
    ...mappingReferences(config),
  ],
  initial: { dataSource: '', sql: 'select 1 as one' },
  call: sqlQueryCall,
  compile: (config, { toJs }) => {
    const { variables: _variables, attach: _attach, values, ...params } = config;
    const given = { ...params, values: values.map(({ value }) => value) };
    return [
      `const answer = await run.call("sql-query", ${toJs(given)});`,
      ...mappingToJs(config),
      'return answer.count === 0 ? "no-rows" : "next";',
    ].join('\n');
  },
});
