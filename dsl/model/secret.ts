import { z } from 'zod';
import { nameSchema } from '../document/strategy.ts';

/** A host, or all hosts below a domain: `*.example.com`. With a port only that one. */
const hostSchema = z
  .string()
  .max(260)
  .regex(
    /^(?:\*\.)?[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?$/,
    'a host such as api.example.com or *.example.com, in lower case',
  );

/** What is kept of a secret besides its value, which never comes back. */
export const secretSchema = z.strictObject({
  name: nameSchema.meta({ title: 'Name' }),
  description: z.string().max(1000).optional().meta({ title: 'Description' }),
  /** Where HTTP requests may carry it, whoever writes them. */
  hosts: z.array(hostSchema).max(50).default([]).meta({
    title: 'Hosts',
    description: 'Hosts that may be shown this secret by HTTP, such as api.example.com; none for a database password',
  }),
});

/** A secret without its value. */
export type Secret = z.infer<typeof secretSchema>;

/** Tells whether an address is one that may be shown the secret. */
export function maySee({ hosts }: Pick<Secret, 'hosts'>, url: URL): boolean {
  return hosts.some((pattern) => {
    const [host = '', port] = pattern.split(':');
    if (port !== undefined && port !== (url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port))
      return false;
    return host.startsWith('*.') ? url.hostname.endsWith(host.slice(1)) : url.hostname === host;
  });
}
