import { z } from 'zod';
import { nameSchema } from '../document/strategy.ts';

/** Most items of a list: what a strategy keeps in memory and a person looks through. */
const maxItems = 10_000;

const columnSchema = z
  .string()
  .max(64)
  .regex(/^[A-Za-z][\w ]*$/, 'letters, digits, blanks and underscores, beginning with a letter');

/** A list of keys with values, such as postcodes with their branch: what List Lookup looks in. */
export const listSchema = z
  .strictObject({
    name: nameSchema.meta({ title: 'Name' }),
    description: z.string().max(1000).optional().meta({ title: 'Description' }),
    columns: z
      .array(columnSchema)
      .min(1)
      .max(20)
      .default(['value'])
      .refine((names) => new Set(names).size === names.length, { error: 'every column needs a name of its own' })
      .meta({ title: 'Columns', description: 'What is kept for each key.' }),
    items: z
      .array(z.strictObject({ key: z.string().min(1).max(256), values: z.array(z.string().max(4000)) }))
      .max(maxItems)
      .default([])
      .meta({ title: 'Items', description: 'Keys with their values, in the order of the columns.' }),
  })
  .superRefine(({ columns, items }, context) => {
    const seen = new Set<string>();
    items.forEach(({ key, values }, index) => {
      const path = ['items', index];
      if (seen.has(key)) context.addIssue({ code: 'custom', path, message: `the key "${key}" is there already` });
      seen.add(key);
      if (values.length > columns.length)
        context.addIssue({ code: 'custom', path, message: `${columns.length} values, one for each column` });
    });
  });

/** A list of keys with values. */
export type List = z.infer<typeof listSchema>;

/** The values of a key by column, those that are missing as empty text; undefined when the list has no such key. */
export function lookUp(
  { columns, items }: List,
  key: string,
  ignoreCase: boolean,
): Readonly<Record<string, string>> | undefined {
  const wanted = ignoreCase ? key.toLowerCase() : key;
  const item = items.find((one) => (ignoreCase ? one.key.toLowerCase() : one.key) === wanted);
  return item && Object.fromEntries(columns.map((column, index) => [column, item.values[index] ?? '']));
}
