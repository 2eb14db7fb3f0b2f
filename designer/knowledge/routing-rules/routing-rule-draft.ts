import { z } from 'zod';
import { type RoutingRule, type RoutingRuleKind, routingRuleSchemas } from '#dsl/model/routing-rule.ts';
import { type FormField, formFields } from '../../inspector/form-field.ts';
import { freshValue } from '../../inspector/fresh-value.ts';

/** What the form of a routing rule holds. */
export interface RoutingRuleDraft {
  readonly name: string;
  readonly description: string;
  readonly kind: RoutingRuleKind;
  /** What the rule holds beside these, by the fields of its kind. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** Kinds of routing rules, in the order in which they are offered. */
export const routingRuleKinds = Object.keys(routingRuleSchemas) as RoutingRuleKind[];

const frameKeys = new Set(['name', 'description', 'kind']);
const known = new Map<RoutingRuleKind, readonly FormField[]>();

/** The fields of a kind of rule beside name and description, derived from its schema. */
export function routingRuleFields(kind: RoutingRuleKind): readonly FormField[] {
  const fields =
    known.get(kind) ??
    formFields(z.toJSONSchema(routingRuleSchemas[kind], { io: 'input', unrepresentable: 'any' })).filter(
      ({ key }) => !frameKeys.has(key),
    );
  known.set(kind, fields);
  return fields;
}

/** First settings of a kind: a row in each list that needs one. */
export function freshSettings(kind: RoutingRuleKind): Readonly<Record<string, unknown>> {
  const required = routingRuleFields(kind).filter(({ isRequired }) => isRequired);
  return Object.fromEntries(
    required.map(({ key, shape }) => [
      key,
      shape.kind === 'list' && isRows(shape.item) ? [freshValue(shape.item.shape)] : freshValue(shape),
    ]),
  );
}

function isRows({ shape }: FormField): boolean {
  return shape.kind === 'fields' || shape.kind === 'variants';
}

/** The draft of a new rule: a selection, the kind most are of. */
export const newRoutingRuleDraft: RoutingRuleDraft = {
  name: '',
  description: '',
  kind: 'selection',
  settings: freshSettings('selection'),
};

/** The draft of a rule that is kept. */
export function keptRoutingRuleDraft({ name, description = '', kind, ...settings }: RoutingRule): RoutingRuleDraft {
  return { name, description, kind, settings };
}

/** What is sent of a draft; what says nothing is left out. */
export function routingRuleBody({ name, description, kind, settings }: RoutingRuleDraft): unknown {
  return { name, ...(description !== '' && { description }), kind, ...settings };
}
