import { fieldCodeFields, objectHelp } from './field-code-fields.ts';
import {
  type FieldCodeObjects,
  type FieldCodeRecord,
  type FieldCodeValue,
  isList,
  UnresolvedFieldCode,
} from './field-code-value.ts';
import type { Formula, PathStep } from './formula.ts';

/** Evaluates what stands in a step's parentheses. */
type Evaluate = (formula: Formula) => FieldCodeValue;

/** The value of `Interaction.AttachedData("CaseId")`, of `Contact.EmailAddresses.Count` or of a custom variable. */
export function resolvePath(steps: readonly PathStep[], objects: FieldCodeObjects, evaluate: Evaluate): FieldCodeValue {
  const [first, ...rest] = steps;
  if (first === undefined) return null;
  const objectName = keyIn(objectHelp, first.name);
  let value = objectName === undefined ? variable(first, objects.variables) : object(objectName, first, objects);
  for (const [index, step] of rest.entries()) {
    const known = index === 0 ? objectName : undefined;
    value = stepInto(value, step, known, evaluate);
  }
  return value;
}

function object(name: keyof typeof objectHelp, step: PathStep, objects: FieldCodeObjects): FieldCodeValue {
  const record = objects[name];
  if (record === undefined) throw new UnresolvedFieldCode(`there is no ${name} here`, step.at);
  return record;
}

function variable(step: PathStep, variables: FieldCodeRecord | undefined): FieldCodeValue {
  const key = variables === undefined ? undefined : keyIn(variables, step.name);
  if (key === undefined) throw new UnresolvedFieldCode(`there is no object or variable "${step.name}"`, step.at);
  return variables?.[key] ?? null;
}

function stepInto(
  value: FieldCodeValue,
  step: PathStep,
  object: string | undefined,
  evaluate: Evaluate,
): FieldCodeValue {
  if (value === null) return null;
  if (isList(value)) return stepIntoList(value, step, evaluate);
  if (typeof value !== 'object' || value instanceof Date) {
    throw new UnresolvedFieldCode(`a text, number or date has no field "${step.name}"`, step.at);
  }
  const key = keyIn(value, step.name);
  if (key === undefined && !isKnownField(object, step.name)) {
    const owner = object ?? 'the object';
    throw new UnresolvedFieldCode(`${owner} has no field "${step.name}"`, step.at);
  }
  const field = key === undefined ? null : (value[key] ?? null);
  return step.given === undefined ? field : lookUp(field, step, evaluate);
}

/** `AttachedData("key")`: a key that is not there is empty, since any interaction may lack any key. */
function lookUp(field: FieldCodeValue, step: PathStep, evaluate: Evaluate): FieldCodeValue {
  const [argument] = step.given ?? [];
  const key = argument === undefined ? null : evaluate(argument);
  if (typeof key !== 'string') throw new UnresolvedFieldCode(`expected ${step.name}("key")`, step.at);
  if (field === null) return null;
  if (typeof field !== 'object' || field instanceof Date || isList(field)) {
    throw new UnresolvedFieldCode(`"${step.name}" takes no key`, step.at);
  }
  return Object.hasOwn(field, key) ? (field[key] ?? null) : null;
}

function stepIntoList(list: readonly FieldCodeValue[], step: PathStep, evaluate: Evaluate): FieldCodeValue {
  switch (step.name.toLowerCase()) {
    case 'count':
      return list.length;
    case 'first':
      return list[0] ?? null;
    case 'last':
      return list.at(-1) ?? null;
    case 'item': {
      const [argument] = step.given ?? [];
      const number = argument === undefined ? null : evaluate(argument);
      if (typeof number !== 'number') throw new UnresolvedFieldCode('expected Item(number)', step.at);
      return list[Math.trunc(number) - 1] ?? null;
    }
    default:
      throw new UnresolvedFieldCode(
        `a list has no "${step.name}"; it has Count, First, Last and Item(number)`,
        step.at,
      );
  }
}

function isKnownField(object: string | undefined, name: string): boolean {
  return fieldCodeFields.some((field) => field.object === object && field.name.toLowerCase() === name.toLowerCase());
}

/** The key as written, else the one that differs in case only. */
function keyIn<Key extends string>(record: Readonly<Partial<Record<Key, unknown>>>, name: string): Key | undefined {
  const keys = Object.keys(record) as Key[];
  return keys.find((key) => key === name) ?? keys.find((key) => key.toLowerCase() === name.toLowerCase());
}
