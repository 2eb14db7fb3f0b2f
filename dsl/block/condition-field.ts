import { z } from 'zod';
import { fieldToJs } from '../compile/field-to-js.ts';
import { expressionToJs } from '../compile/value-to-js.ts';
import { type Condition, conditionSchema } from '../condition/condition.ts';
import { conditionToJs } from '../condition/condition-to-js.ts';
import { type Expression, expressionSchema } from '../document/parameter.ts';

/** A condition of a strategy: a tree of rules from the condition builder, or an expression. */
export const conditionField = z.union([conditionSchema, expressionSchema]).meta({
  title: 'Condition',
  description: 'Rules over interaction, contact, data, vars and lastError, or a JavaScript expression.',
  editor: 'condition',
});

/** The condition as one JavaScript expression. */
export function conditionFieldToJs(condition: Condition | Expression): string {
  return 'js' in condition ? expressionToJs(condition.js) : conditionToJs(condition, fieldToJs);
}

/** One line for a card: `data.Category = gold and …`. */
export function shownCondition(condition: Condition | Expression): string {
  if ('js' in condition) return `{${condition.js}}`;
  if (condition.rules.length === 0) return 'always';
  const parts = condition.rules.map((part) =>
    'rules' in part ? `(${shownCondition(part)})` : `${part.field} ${part.operator} ${part.value ?? ''}`.trim(),
  );
  return `${condition.not === true ? 'not ' : ''}${parts.join(` ${condition.combinator} `)}`;
}
