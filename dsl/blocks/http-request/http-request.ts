import { z } from 'zod';
import { answerMapping, mappingReferences, mappingToJs } from '../../block/answer-mapping.ts';
import { defineBlock, errorPort, shown } from '../../block/block.ts';
import { defineHostCall } from '../../block/host-call.ts';
import { namedReference } from '../../block/named-field.ts';
import { scalarSchema } from '../../block/variable-name.ts';
import { parameter } from '../../document/parameter.ts';
import { nameSchema } from '../../document/strategy.ts';
import {
  headerNameSchema,
  headerValueSchema,
  secretAsSchema,
  serviceUrlSchema,
} from '../../model/http-authorization.ts';

const methodSchema = z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD']);
const timeoutSchema = z.int().min(1).max(120);
const retriesSchema = z.int().min(0).max(5);
const statusSchema = z.int().min(200).max(599);

/** Asks a web service. Secrets travel by name only. */
export const httpRequestCall = defineHostCall({
  name: 'http-request',
  params: z.strictObject({
    method: methodSchema,
    url: serviceUrlSchema,
    /** Added to the query of the URL, encoded. */
    query: z.record(z.string(), scalarSchema).default({}),
    headers: z.record(headerNameSchema, headerValueSchema).default({}),
    /** Text goes as it is, anything else as JSON. */
    body: z.json().optional(),
    /** Name of a secret of the tenant. */
    secret: nameSchema.optional(),
    secretAs: secretAsSchema.default('bearer'),
    /** The user of `basic`, the header of `header`. */
    secretFor: z.string().max(256).optional(),
    timeoutSeconds: timeoutSchema.default(10),
    retries: retriesSchema.default(0),
    alsoAccept: z.array(statusSchema).max(50).default([]),
  }),
  result: z.strictObject({
    status: z.int(),
    /** By lower-case name. */
    headers: z.record(z.string(), z.string()),
    /** What JSON says, or text; null for none. */
    body: z.json(),
  }),
  help: 'Asks a web service over HTTP and gives its status, headers and body.',
  waits: true,
  places: false,
});

/** Asks a web service and takes its answer over. */
export const httpRequest = defineBlock({
  type: 'http-request',
  config: z.strictObject({
    method: methodSchema.default('GET').meta({
      title: 'Method',
      description: 'GET and HEAD read, PUT and DELETE may be repeated, POST and PATCH are never repeated.',
    }),
    url: parameter(serviceUrlSchema).meta({
      title: 'URL',
      description:
        'Address of the service, without user and password. Parts that come from customers go into the query.',
    }),
    query: z.record(z.string().min(1).max(128), parameter(scalarSchema)).default({}).meta({
      title: 'Query',
      description: 'Parameters after the question mark, encoded as they must be.',
    }),
    headers: z.record(headerNameSchema, parameter(headerValueSchema)).default({}).meta({
      title: 'Headers',
      description: 'Further headers of the request.',
    }),
    body: parameter(z.string().max(100_000)).optional().meta({
      title: 'Body',
      description: 'Text is sent as it is; an expression that yields an object or a list is sent as JSON.',
      editor: 'text',
    }),
    secret: nameSchema.optional().meta({
      title: 'Secret',
      description: 'A secret under Settings that the request carries; it only goes to hosts that the secret names.',
      editor: 'secret',
    }),
    secretAs: secretAsSchema.default('bearer').meta({
      title: 'Secret as',
      description: 'As bearer token, as password of a user (basic), or in a header of its own.',
    }),
    secretFor: z.string().max(256).optional().meta({
      title: 'User or header',
      description: 'The user for basic, the name of the header for header.',
    }),
    timeoutSeconds: parameter(timeoutSchema).default(10).meta({
      title: 'Timeout',
      description: 'How long the answer may take, for each try.',
      unit: 's',
    }),
    retries: parameter(retriesSchema).default(0).meta({
      title: 'Retries',
      description: 'How often it is tried again when the service is away or overloaded; never for POST and PATCH.',
    }),
    alsoAccept: z.array(statusSchema).max(50).default([]).meta({
      title: 'Statuses that are no error',
      description: 'Besides 200 to 299; 404 where "not there" is an answer.',
    }),
    ...answerMapping('body.customer.name'),
  }),
  face: {
    label: 'HTTP Request',
    icon: 'world-www',
    category: 'data',
    help:
      'Asks a web service over HTTP (REST) and takes parts of its answer into variables and attached data. The answer has status, headers ' +
      'and body, which is what JSON says. The strategy waits without holding others up. Leaves by "error" with http/timeout, http/status, ' +
      'http/unreachable, http/refused and their like, which Error Segmentation tells apart.',
    summary: (config) => `${config.method} ${shown(config.url)}`,
  },
  ports: () => [{ name: 'next', kind: 'success' }, errorPort],
  references: (config) => [...namedReference('secret', config.secret, 'secret'), ...mappingReferences(config)],
  initial: { method: 'GET', url: 'https://api.example.com/' },
  call: httpRequestCall,
  compile: (config, { toJs }) => {
    const { variables: _variables, attach: _attach, ...params } = config;
    const takes = mappingToJs(config);
    const call = `await run.call("http-request", ${toJs(params)});`;
    return [takes.length === 0 ? call : `const answer = ${call}`, ...takes, 'return "next";'].join('\n');
  },
});
