import { z } from 'zod';
import { defineBlock, errorPort, shown } from '../../block/block.ts';
import { defineHostCall } from '../../block/host-call.ts';
import { namedField, namedReference } from '../../block/named-field.ts';
import { parameter } from '../../document/parameter.ts';
import { nameSchema } from '../../document/strategy.ts';

const confidenceSchema = z.number().min(0).max(100);

/** Asks a classification model for the categories of the interaction, or of a given text. */
export const classifyCall = defineHostCall({
  name: 'classify',
  params: z.strictObject({
    model: nameSchema,
    /** Percent; categories below it are left out of the result. */
    minimumConfidence: confidenceSchema,
    /** Most categories in the result. */
    top: z.int().min(1),
    text: z.string().optional(),
  }),
  result: z.strictObject({
    /** Surest first; confidence in percent. */
    categories: z.array(z.strictObject({ name: z.string(), confidence: confidenceSchema })),
  }),
  help: 'Asks a classification model for the categories of the message, surest first.',
  waits: false,
  places: false,
});

/** Asks a model for the categories of the message and attaches them. */
export const classify = defineBlock({
  type: 'classify',
  config: z.strictObject({
    model: namedField('model', 'Model', 'The classification model, trained on labelled texts.'),
    minimumConfidence: parameter(confidenceSchema).default(50).meta({
      title: 'Minimum confidence',
      description: 'A category the model is less sure of does not count.',
      unit: '%',
    }),
    top: parameter(z.int().min(1).max(20)).default(3).meta({
      title: 'At most',
      description: 'How many categories are attached; the surest one decides.',
      unit: 'categories',
    }),
    text: parameter(z.string()).optional().meta({
      title: 'Text instead of the message',
      description: 'Classifies this text, for example attached data, instead of subject and body.',
      editor: 'text',
    }),
  }),
  face: {
    label: 'Classify',
    icon: 'tags',
    category: 'content',
    help:
      'Asks a classification model what the message is about. Attaches the surest category as CtgName with its confidence ' +
      'in percent as CtgRelevancy, and each category found as CtgId_<name>. Leaves by "unknown" when the model is not sure enough.',
    summary: (config) => `${shown(config.model)}, from ${shown(config.minimumConfidence)} %`,
  },
  ports: () => [{ name: 'classified', kind: 'success' }, { name: 'unknown', kind: 'branch' }, errorPort],
  references: (config) => namedReference('model', config.model, 'model'),
  initial: { model: '' },
  call: classifyCall,
  compile: (config, { toJs }) =>
    [
      `const { categories } = await run.call("classify", ${toJs(config)});`,
      'for (const { name, confidence } of categories) data["CtgId_" + name] = confidence;',
      'const surest = categories[0];',
      'if (surest) Object.assign(data, { CtgName: surest.name, CtgRelevancy: surest.confidence });',
      'else { delete data.CtgName; delete data.CtgRelevancy; }',
      'return surest ? "classified" : "unknown";',
    ].join('\n'),
});
