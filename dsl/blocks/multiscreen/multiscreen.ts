import { z } from 'zod';
import { defineBlock, errorPort, shown } from '../../block/block.ts';
import { defineHostCall } from '../../block/host-call.ts';
import { namedReference } from '../../block/named-field.ts';
import { parameter } from '../../document/parameter.ts';
import { nameSchema } from '../../document/strategy.ts';

/** Applies several screening rules. Without names: every enabled rule, by its order. Keys are those of RegExFind, without `ScrKey_`. */
export const multiscreenCall = defineHostCall({
  name: 'multiscreen',
  params: z.strictObject({
    rules: z.array(nameSchema),
    match: z.enum(['first', 'all']),
    language: z.string().optional(),
    text: z.string().optional(),
  }),
  result: z.strictObject({
    /** Names of the rules that matched, in the order in which they were applied. */
    rules: z.array(z.string()),
    keys: z.record(z.string(), z.string()),
    /** Categories of the rules that matched. */
    categories: z.array(z.string()),
  }),
  help: 'Applies several screening rules in order and tells which matched and what their keys found.',
  waits: false,
  places: false,
});

/** Applies several screening rules and attaches what they found. */
export const multiscreen = defineBlock({
  type: 'multiscreen',
  config: z.strictObject({
    rules: z
      .array(nameSchema.meta({ editor: 'screening-rule' }))
      .max(500)
      .default([])
      .meta({
        title: 'Screening rules',
        description: 'Applied in this order; none: every enabled rule, by its own order.',
        editor: 'screening-rule',
      }),
    match: z.enum(['first', 'all']).default('first').meta({
      title: 'Matches',
      description: 'first: ends at the first rule that matches; all: applies every rule.',
    }),
    language: parameter(z.string()).optional().meta({
      title: 'Language',
      description: 'Applies only rules of this language, and those without one.',
    }),
    text: parameter(z.string()).optional().meta({
      title: 'Text instead of the message',
      description: 'Applies the patterns to this text instead of subject, body and headers.',
      editor: 'text',
    }),
  }),
  face: {
    label: 'Multiscreen',
    icon: 'filters',
    category: 'content',
    help:
      'Applies several screening rules in order, up to the first that matches or all of them. Attaches the names of those that matched as ' +
      'ScreeningRules, what their RegExFind keys found as ScrKey_<key>, and their categories as CtgName and CtgId_<name> with a relevancy ' +
      'of 100. Leaves by "matched" or "not-matched".',
    summary: (config) => `${config.rules.length === 0 ? 'all rules' : config.rules.join(', ')}, ${shown(config.match)}`,
  },
  ports: () => [{ name: 'matched', kind: 'success' }, { name: 'not-matched', kind: 'branch' }, errorPort],
  references: (config) => config.rules.flatMap((rule, index) => namedReference('screening-rule', rule, 'rules', index)),
  initial: {},
  call: multiscreenCall,
  compile: (config, { toJs }) =>
    [
      `const screened = await run.call("multiscreen", ${toJs(config)});`,
      'const matched = screened.rules.length > 0;',
      'if (matched) data.ScreeningRules = screened.rules.join(", ");',
      'else delete data.ScreeningRules;',
      'for (const [key, found] of Object.entries(screened.keys)) data["ScrKey_" + key] = found;',
      'for (const category of screened.categories) data["CtgId_" + category] = 100;',
      'if (screened.categories.length > 0) Object.assign(data, { CtgName: screened.categories[0], CtgRelevancy: 100 });',
      'return matched ? "matched" : "not-matched";',
    ].join('\n'),
});
