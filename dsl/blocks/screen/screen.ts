import { z } from 'zod';
import { defineBlock, errorPort, shown } from '../../block/block.ts';
import { defineHostCall } from '../../block/host-call.ts';
import { namedField, namedReference } from '../../block/named-field.ts';
import { parameter } from '../../document/parameter.ts';
import { nameSchema } from '../../document/strategy.ts';

/** Applies one screening rule to the interaction, or to a given text. Keys are those of RegExFind, without `ScrKey_`. */
export const screenCall = defineHostCall({
  name: 'screen',
  params: z.strictObject({ rule: nameSchema, text: z.string().optional() }),
  result: z.strictObject({
    matched: z.boolean(),
    /** Names of the rules that matched; at most the one asked for. */
    rules: z.array(z.string()),
    keys: z.record(z.string(), z.string()),
  }),
  help: 'Applies a screening rule to the message and tells whether it matched and what its keys found.',
  waits: false,
  places: false,
});

/** Applies one screening rule and attaches what it found. */
export const screen = defineBlock({
  type: 'screen',
  config: z.strictObject({
    rule: namedField('screening-rule', 'Screening rule', 'The rule whose pattern is applied.'),
    text: parameter(z.string()).optional().meta({
      title: 'Text instead of the message',
      description:
        'Applies the pattern to this text, for example to attached data, instead of subject, body and headers.',
      editor: 'text',
    }),
  }),
  face: {
    label: 'Screen',
    icon: 'filter-search',
    category: 'content',
    help:
      'Applies one screening rule to the subject, body or headers of the message. Attaches the name of a rule that matched as ' +
      'ScreeningRules and what its RegExFind keys found as ScrKey_<key>. Leaves by "matched" or "not-matched".',
    summary: (config) => shown(config.rule),
  },
  ports: () => [{ name: 'matched', kind: 'success' }, { name: 'not-matched', kind: 'branch' }, errorPort],
  references: (config) => namedReference('screening-rule', config.rule, 'rule'),
  initial: { rule: '' },
  call: screenCall,
  compile: (config, { toJs }) =>
    [
      `const screened = await run.call("screen", ${toJs({ rule: config.rule, text: config.text })});`,
      'if (screened.matched) data.ScreeningRules = screened.rules.join(", ");',
      'else delete data.ScreeningRules;',
      'for (const [key, found] of Object.entries(screened.keys)) data["ScrKey_" + key] = found;',
      'return screened.matched ? "matched" : "not-matched";',
    ].join('\n'),
});
