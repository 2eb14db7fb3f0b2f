import { z } from 'zod';
import { answerMapping, mappingReferences, mappingToJs } from '../../block/answer-mapping.ts';
import { defineBlock, errorPort, shown } from '../../block/block.ts';
import { defineHostCall } from '../../block/host-call.ts';
import { namedField, namedReference } from '../../block/named-field.ts';
import { scalarSchema } from '../../block/variable-name.ts';
import { parameter } from '../../document/parameter.ts';
import { nameSchema } from '../../document/strategy.ts';

/** Looks a key up in a list of the tenant. */
export const listLookupCall = defineHostCall({
  name: 'list-lookup',
  params: z.strictObject({ list: nameSchema, key: scalarSchema, ignoreCase: z.boolean().default(false) }),
  result: z.strictObject({
    found: z.boolean(),
    /** Values of the key by column; empty when it is not there. */
    values: z.record(z.string(), z.string()),
  }),
  help: 'Looks a key up in a list and gives its values by column.',
  waits: false,
  places: false,
});

/** Looks a key up in a list and takes its values over. */
export const listLookup = defineBlock({
  type: 'list-lookup',
  config: z.strictObject({
    list: namedField('list', 'List', 'The list to look in; lists are kept under Knowledge.'),
    key: parameter(scalarSchema).meta({ title: 'Key', description: 'What is looked for, such as a postcode.' }),
    ignoreCase: z.boolean().default(false).meta({
      title: 'Ignore case',
      description: 'Takes upper and lower case for the same.',
    }),
    ...answerMapping('values.value'),
  }),
  face: {
    label: 'List Lookup',
    icon: 'list-search',
    category: 'data',
    help:
      'Looks a key up in a list that is kept under Knowledge, such as the branch for a postcode, and takes the values of its columns ' +
      'over. Leaves by "found" or "not-found". Changing the list takes effect at once, without a new version of the process.',
    summary: (config) => `${shown(config.key ?? '')} in ${shown(config.list)}`,
  },
  ports: () => [{ name: 'found', kind: 'success' }, { name: 'not-found', kind: 'branch' }, errorPort],
  references: (config) => [...namedReference('list', config.list, 'list'), ...mappingReferences(config)],
  initial: { list: '', key: { js: 'data.Key' } },
  call: listLookupCall,
  compile: (config, { toJs }) => {
    const { list, key, ignoreCase } = config;
    return [
      `const answer = await run.call("list-lookup", ${toJs({ list, key, ignoreCase })});`,
      'if (!answer.found) return "not-found";',
      ...mappingToJs(config),
      'return "found";',
    ].join('\n');
  },
});
