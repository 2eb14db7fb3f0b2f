import { z } from 'zod';
import { blockByType, blocks } from '../blocks/index.ts';
import { initialPorts } from '../blocks/ports-of.ts';
import { bundleSchema } from './bundle.ts';
import { businessProcessSchema } from './business-process.ts';
import { blockIdSchema, blockInstanceSchema, nameSchema, strategySchema } from './strategy.ts';

/** The JSON Schema of a business process as people write it, each block with its own settings and ports. Editors complete and explain by it. */
export function businessProcessJsonSchema(): Record<string, unknown> {
  return jsonSchemaOf(processWithBlocks(), 'Business process');
}

/** The JSON Schema of a bundle: a business process with everything it refers to. */
export function bundleJsonSchema(): Record<string, unknown> {
  return jsonSchemaOf(bundleSchema.extend({ process: processWithBlocks() }), 'Bundle of a business process');
}

function processWithBlocks() {
  const [first, ...rest] = blocks.map(({ type }) => instanceOf(type));
  // a registry is never empty; the types need to be told
  const instance = first === undefined ? blockInstanceSchema : z.discriminatedUnion('type', [first, ...rest]);
  const strategy = strategySchema.extend({ blocks: z.record(blockIdSchema, instance) });
  return businessProcessSchema.extend({ strategies: z.record(nameSchema, strategy).default({}) });
}

function instanceOf(type: string) {
  const block = blockByType(type);
  const ports = block === undefined ? [] : initialPorts(block);
  return blockInstanceSchema
    .extend({
      type: z.literal(type),
      config: block?.config.optional() ?? blockInstanceSchema.shape.config,
      ports: z
        .object(Object.fromEntries(ports.map(({ name }) => [name, blockIdSchema.optional()])))
        .catchall(blockIdSchema)
        .optional(),
    })
    .meta({ title: block?.face.label ?? type, description: block?.face.help ?? '' });
}

function jsonSchemaOf(schema: z.ZodType, title: string): Record<string, unknown> {
  // draft 7 is what editors understand best
  const json = z.toJSONSchema(schema, { target: 'draft-7', io: 'input', unrepresentable: 'any' });
  const { $schema, ...body } = json;
  return { $schema, title, ...body };
}
