import { z } from 'zod';

const keyValues = z.record(z.string(), z.json());

/** What a strategy finds in its test: an interaction, its contact and attached data, the clock, and what host calls answer. */
const givenSchema = z.strictObject({
  startedAt: z.iso
    .datetime({ offset: true })
    .optional()
    .meta({ description: 'The time at which the strategy begins, such as 2027-01-04T08:00:00+01:00.' }),
  interaction: keyValues.default({}).meta({ description: 'Properties of the interaction; the rest is as usual.' }),
  contact: keyValues.nullable().optional().meta({ description: 'The contact; left out or null: none is known.' }),
  data: keyValues.default({}).meta({ description: 'Attached data at the beginning.' }),
  answers: keyValues.default({}).meta({
    description:
      'What the host call of a block answers, by block id: a result, `{ "error": text, "code": code }` for a failure, or ' +
      '`{ "result": result, "afterSeconds": seconds }` for one that takes its time. A list answers one call after another.',
  }),
  calls: keyValues.default({}).meta({ description: 'The same by the name of the host call, for every block.' }),
});

/** What must have happened when the strategy is over; what is left out may be anything. */
const expectSchema = z.strictObject({
  path: z.array(z.string()).optional().meta({ description: 'Blocks in the order they were taken, by id.' }),
  queue: z.string().optional().meta({
    description: 'The queue the interaction is in afterwards; that for errors when the strategy failed.',
  }),
  stopped: z.boolean().optional().meta({ description: 'Whether the interaction was stopped.' }),
  error: z.string().optional().meta({ description: 'The strategy fails, and its reason holds this text.' }),
  data: keyValues.optional().meta({ description: 'Attached data by key; null: the key is not there.' }),
  calls: z.array(z.string()).optional().meta({ description: 'Host calls in the order they were made, by name.' }),
  mails: z.array(keyValues).optional().meta({
    description:
      'What the blocks of the group mail asked for, in order: the fields that matter, such as "response" or "to".',
  }),
});

/** A strategy test: an interaction and answers given, a path and an outcome expected. */
export const strategyTestSchema = z.strictObject({
  given: givenSchema.prefault({}),
  expect: expectSchema.prefault({}),
});

/** A strategy test. */
export type StrategyTest = z.infer<typeof strategyTestSchema>;

/** A strategy test as people write it. */
export type StrategyTestInput = z.input<typeof strategyTestSchema>;
