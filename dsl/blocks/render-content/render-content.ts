import { z } from 'zod';
import { fieldCodesField } from '../../block/automatic-answer.ts';
import { defineBlock, errorPort, shown } from '../../block/block.ts';
import { defineHostCall } from '../../block/host-call.ts';
import { textFields, textFragments } from '../../block/mail-fields.ts';
import { namedReference } from '../../block/named-field.ts';
import { keepInVariables, variableField } from '../../block/variable-field.ts';
import { dataKeySchema, scalarSchema } from '../../block/variable-name.ts';
import { nameSchema } from '../../document/strategy.ts';

/** Fills in the field codes of a standard response or a text; one of the two is given. */
export const renderContentCall = defineHostCall({
  name: 'render-content',
  params: z.strictObject({
    response: nameSchema.optional(),
    text: z.string().optional(),
    fieldCodes: z.record(z.string(), scalarSchema),
  }),
  result: z.strictObject({ text: z.string(), subject: z.string() }),
  help: 'Fills in the field codes of a standard response or a text.',
  waits: false,
  places: false,
});

/** Makes a text with its field codes filled in. */
export const renderContent = defineBlock({
  type: 'render-content',
  config: z
    .strictObject({
      ...textFields,
      fieldCodes: fieldCodesField,
      resultVariable: variableField('Text into', 'Variable that receives the text.'),
      resultKey: dataKeySchema.optional().meta({
        title: 'Attach as',
        description: 'Key of attached data that receives the text.',
      }),
      subjectVariable: variableField('Subject into', "Variable that receives the response's subject."),
    })
    .refine((config) => (config.response === undefined) !== (config.text === undefined), {
      error: 'give either "response" or "text"',
    }),
  face: {
    label: 'Render Content',
    icon: 'text-caption',
    category: 'content',
    help:
      'Fills in the field codes of a standard response or of a text and puts the result into a variable or attached data, ' +
      'for example as the text of an SMS.',
    summary: (config) =>
      `${shown(config.response ?? config.text)} into ${config.resultVariable ?? config.resultKey ?? '…'}`,
  },
  ports: () => [{ name: 'rendered', kind: 'success' }, errorPort],
  references: (config) => [
    ...namedReference('response', config.response, 'response'),
    ...namedReference('variable', config.resultVariable, 'resultVariable'),
    ...namedReference('variable', config.subjectVariable, 'subjectVariable'),
  ],
  fragments: (config) => textFragments(config.text),
  initial: {},
  call: renderContentCall,
  compile: ({ resultVariable, resultKey, subjectVariable, ...params }, { toJs }) =>
    [
      `const rendered = await run.call("render-content", ${toJs(params)});`,
      ...keepInVariables([
        [resultVariable, 'rendered.text'],
        [subjectVariable, 'rendered.subject'],
      ]),
      ...(resultKey === undefined ? [] : [`data[${JSON.stringify(resultKey)}] = rendered.text;`]),
      'return "rendered";',
    ].join('\n'),
});
