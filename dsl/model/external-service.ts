import { z } from 'zod';
import { nameSchema } from '../document/strategy.ts';
import { secretAsSchema, serviceUrlSchema } from './http-authorization.ts';

/** One value a method takes. */
const serviceParameterSchema = z.strictObject({
  name: z.string().min(1).max(128),
  type: z.enum(['text', 'number', 'boolean', 'any']).default('text'),
  required: z.boolean().default(true),
});

/** A service of somebody else's that External Service may ask: JSON over HTTP, one address for all methods. */
export const externalServiceSchema = z.strictObject({
  name: nameSchema.meta({ title: 'Name' }),
  description: z.string().max(1000).optional().meta({ title: 'Description' }),
  url: serviceUrlSchema.meta({ title: 'Address', examples: ['https://scoring.example.com/requests'] }),
  secret: nameSchema.optional().meta({ title: 'Secret', description: 'A secret that requests carry' }),
  secretAs: secretAsSchema.default('bearer').meta({
    title: 'Secret as',
    description: 'As bearer token, as password of a user (basic), or in a header of its own',
  }),
  secretFor: z.string().max(256).optional().meta({
    title: 'User or header',
    description: 'The user for basic, the name of the header for header',
  }),
  timeoutSeconds: z.int().min(1).max(120).default(10).meta({ title: 'Timeout', unit: 's' }),
  retries: z.int().min(0).max(5).default(0).meta({
    title: 'Retries',
    description: 'Only for a service that may be asked the same twice',
  }),
  /** Methods with what they take; none: any method with any parameters. */
  methods: z
    .record(
      nameSchema,
      z.strictObject({
        description: z.string().max(1000).optional(),
        parameters: z.array(serviceParameterSchema).max(100).default([]),
      }),
    )
    .default({}),
});

/** A service that strategies may ask. */
export type ExternalService = z.infer<typeof externalServiceSchema>;

/** What does not fit in a request, in words; undefined when all does. */
export function requestProblem(
  { name, methods }: ExternalService,
  method: string,
  parameters: Readonly<Record<string, unknown>>,
): string | undefined {
  const known = Object.keys(methods);
  if (known.length === 0) return undefined;
  const description = Object.hasOwn(methods, method) ? methods[method] : undefined;
  if (description === undefined) return `"${name}" has no method "${method}"; it has ${known.join(', ')}.`;
  for (const { name: parameter, type, required } of description.parameters) {
    const value = parameters[parameter];
    if (value === undefined || value === null) {
      if (required) return `Method "${method}" needs its parameter "${parameter}".`;
    } else if (type !== 'any' && typeof value !== (type === 'text' ? 'string' : type)) {
      return `Parameter "${parameter}" of method "${method}" is ${JSON.stringify(value)}; expected ${type}.`;
    }
  }
  const names = description.parameters.map((one) => one.name);
  const foreign = Object.keys(parameters).find((one) => !names.includes(one));
  return foreign === undefined ? undefined : `Method "${method}" has no parameter "${foreign}".`;
}
