import { z } from 'zod';
import type { Reference } from './block.ts';
import { namedReference } from './named-field.ts';
import { dataKeySchema, variableNameSchema } from './variable-name.ts';

const pathSchema = z
  .string()
  .max(500)
  .regex(/^[^\s.[\]]+(?:\.[^\s.[\]]+|\[\d+\])*$/, 'a path such as body.customer.orders[0].id');

/** Settings that take parts of an answer over, by their path in it. `example` is a path into the answers of the block. */
export function answerMapping(example: string) {
  return {
    variables: z
      .record(variableNameSchema, pathSchema)
      .default({})
      .meta({
        title: 'Into variables',
        description: `Variables that receive a part of the answer, each with the path of that part, such as ${example}.`,
      }),
    attach: z
      .record(dataKeySchema, pathSchema)
      .default({})
      .meta({
        title: 'Into attached data',
        description: `Keys of attached data that receive a part of the answer, each with its path, such as ${example}.`,
      }),
  };
}

interface Mapping {
  readonly variables: Readonly<Record<string, string>>;
  readonly attach: Readonly<Record<string, string>>;
}

/** Uses of variables in a mapping. */
export function mappingReferences({ variables }: Mapping): readonly Reference[] {
  return Object.keys(variables).flatMap((name) =>
    namedReference('variable', name, 'variables', name).map((use) => ({ ...use, isKey: true })),
  );
}

/** Statements that take the parts over from `answer`; what an answer does not have is null. */
export function mappingToJs({ variables, attach }: Mapping): string[] {
  const part = (path: string): string => `fn.pathGet(answer, ${JSON.stringify(path)})`;
  return [
    ...Object.entries(variables).map(([name, path]) => `vars.${name} = ${part(path)};`),
    ...Object.entries(attach).map(([key, path]) => `data[${JSON.stringify(key)}] = ${part(path)};`),
  ];
}
