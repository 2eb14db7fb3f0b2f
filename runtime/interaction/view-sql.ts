import { type ConditionColumn, conditionToSql } from '#dsl/condition/condition-to-sql.ts';
import type { Condition } from '#dsl/condition/condition.ts';
import type { View } from '#dsl/document/business-process.ts';
import {
  type InteractionPropertyName,
  interactionProperties,
  isInteractionProperty,
  readViewField,
} from '#dsl/model/interaction-property.ts';

/** What a view selects and in which order, as parts of a query over `interactions i`. */
export interface ViewSql {
  readonly where: string;
  readonly parameters: readonly unknown[];
  readonly orderBy: string;
}

/** `receivedAt` is stored as `received_at`, and so on for every property. */
function columnOf(property: InteractionPropertyName): string {
  return `i.${property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
}

const propertyColumns: Readonly<Record<string, ConditionColumn>> = Object.fromEntries(
  Object.entries(interactionProperties).flatMap(([name, { type }]) => {
    if (!isInteractionProperty(name)) return [];
    const sql = name === 'id' || name.endsWith('Id') ? `${columnOf(name)}::text` : columnOf(name);
    const column: ConditionColumn = {
      sql,
      type: type === 'number' ? 'integer' : type === 'time' ? 'timestamp' : 'text',
    };
    return [
      [name, column],
      [`interaction.${name}`, column],
    ];
  }),
);

/** Attached data as text; the key travels as an SQL string literal, quotes doubled. */
function dataColumn(key: string): ConditionColumn {
  return { sql: `(i.data->>'${key.replaceAll("'", "''")}')`, type: 'text' };
}

function fieldsOf(condition: Condition): string[] {
  return condition.rules.flatMap((rule) => ('rules' in rule ? fieldsOf(rule) : [rule.field]));
}

/** A view as SQL. Throws when its condition asks for what is no property; checks keep such a view from being activated. */
export function viewToSql(view: Pick<View, 'condition' | 'order'>, firstParameter: number): ViewSql {
  const orderBy = [...view.order.map(orderTerm), 'i.seq asc'].join(', ');
  if (view.condition === undefined) return { where: 'true', parameters: [], orderBy };
  const columns: Record<string, ConditionColumn> = { ...propertyColumns };
  for (const field of fieldsOf(view.condition)) {
    const read = readViewField(field);
    if (read !== undefined && 'dataKey' in read) columns[field] = dataColumn(read.dataKey);
  }
  const sql = conditionToSql(view.condition, columns, firstParameter);
  if ('error' in sql) throw new Error(`${sql.error.field}: ${sql.error.message}`);
  return { where: sql.sql, parameters: sql.parameters, orderBy };
}

/** A property or key of attached data as text, empty when there is none: what interactions are told apart by. Throws when it is neither. */
export function viewFieldText(field: string): string {
  return `coalesce((${columnFor(field)})::text, '')`;
}

function columnFor(field: string): string {
  const read = readViewField(field);
  if (read === undefined) throw new Error(`${field} is no property of an interaction`);
  return 'property' in read ? columnOf(read.property) : dataColumn(read.dataKey).sql;
}

function orderTerm(term: string): string {
  const [field = '', direction = 'asc'] = term.split(' ');
  return `${columnFor(field)} ${direction === 'desc' ? 'desc' : 'asc'}`;
}
