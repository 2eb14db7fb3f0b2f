import { z } from 'zod';

/** Headers that the runtime writes itself: what an author puts there would change where a request goes or how it ends. */
const reservedHeaders = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Name of a header of a request: a token of RFC 9110 section 5.1, none that the runtime writes itself. */
export const headerNameSchema = z
  .string()
  .max(128)
  .regex(/^[!#$%&'*+.^_`|~\w-]+$/, 'a header name such as X-Customer')
  .refine((name) => !reservedHeaders.has(name.toLowerCase()), { error: 'a header that is not written by itself' });

/** Value of a header: one line of visible characters, so that nobody writes headers of their own into it. */
export const headerValueSchema = z
  .string()
  .max(4000)
  .regex(/^[\t\x20-\x7e\x80-\xff]*$/, 'text on one line, in Latin letters');

/** How a secret is shown to a server: as a bearer token (RFC 6750), as password of a user (RFC 7617), or in a header of its own. */
export const secretAsSchema = z.enum(['bearer', 'basic', 'header']);

/** How a secret is shown to a server. */
export type SecretAs = z.infer<typeof secretAsSchema>;

/** Address of a service: http or https, without user and password, which belong into the secret store. */
export const serviceUrlSchema = z
  .string()
  .max(4000)
  .refine(isServiceUrl, { error: 'an address such as https://api.example.com/orders, without user and password' });

function isServiceUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return (protocol === 'http:' || protocol === 'https:') && username === '' && password === '';
}
