import { z } from 'zod';
import { answerMapping, mappingReferences, mappingToJs } from '../../block/answer-mapping.ts';
import { defineBlock, errorPort, shown } from '../../block/block.ts';
import { defineHostCall } from '../../block/host-call.ts';
import { namedField, namedReference } from '../../block/named-field.ts';
import { scalarSchema } from '../../block/variable-name.ts';
import { parameter } from '../../document/parameter.ts';
import { nameSchema } from '../../document/strategy.ts';

const timeoutSchema = z.int().min(1).max(120);

/** Asks an external service that the tenant has set up for one of its methods. */
export const externalServiceCall = defineHostCall({
  name: 'external-service',
  params: z.strictObject({
    service: nameSchema,
    method: nameSchema,
    parameters: z.record(z.string(), z.json()).default({}),
    /** Attached data that goes along; left out: none. */
    userData: z.record(z.string(), z.json()).optional(),
    /** Left out: as the service is set up. */
    timeoutSeconds: timeoutSchema.optional(),
  }),
  result: z.strictObject({ parameters: z.record(z.string(), z.json()) }),
  help: 'Asks an external service for one of its methods and gives the parameters of its answer.',
  waits: true,
  places: false,
});

/** Asks an external service and takes its answer over. */
export const externalService = defineBlock({
  type: 'external-service',
  config: z.strictObject({
    service: namedField(
      'external-service',
      'Service',
      'The service to ask; external services are kept under Settings.',
    ),
    method: parameter(nameSchema).meta({ title: 'Method', description: 'What it is asked for.' }),
    parameters: z.record(z.string().min(1).max(128), parameter(scalarSchema)).default({}).meta({
      title: 'Parameters',
      description: 'Values the method takes, by name.',
    }),
    withUserData: z.boolean().default(true).meta({
      title: 'Send attached data',
      description: 'The service sees the attached data of the interaction too.',
    }),
    timeoutSeconds: parameter(timeoutSchema).optional().meta({
      title: 'Timeout',
      description: 'How long it may take; left out: as the service is set up.',
      unit: 's',
    }),
    ...answerMapping('parameters.Score'),
  }),
  face: {
    label: 'External Service',
    icon: 'plug-connected',
    category: 'data',
    help:
      'Asks an external service for one of its methods, with parameters and attached data, and takes parts of its answer over. Services are ' +
      'set up by an administrator; one that is not leaves by "error" with service/not-configured, a fault of the service with service/fault.',
    summary: (config) => `${shown(config.service)}: ${shown(config.method)}`,
  },
  ports: () => [{ name: 'next', kind: 'success' }, errorPort],
  references: (config) => [
    ...namedReference('external-service', config.service, 'service'),
    ...mappingReferences(config),
  ],
  initial: { service: '', method: 'Method' },
  call: externalServiceCall,
  compile: (config, { toJs }) => {
    const { service, method, parameters, timeoutSeconds } = config;
    const given = toJs({ service, method, parameters, timeoutSeconds });
    const params = config.withUserData ? `{ ...${given}, userData: data }` : given;
    const takes = mappingToJs(config);
    const call = `await run.call("external-service", ${params});`;
    return [takes.length === 0 ? call : `const answer = ${call}`, ...takes, 'return "next";'].join('\n');
  },
});
