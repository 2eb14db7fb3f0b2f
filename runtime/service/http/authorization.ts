import { headerNameSchema, headerValueSchema, type SecretAs } from '#dsl/model/http-authorization.ts';
import { maySee } from '#dsl/model/secret.ts';
import type { UsableSecret } from '#runtime/tenant/secrets.ts';

/** How a request shows a secret. */
export interface Authorization {
  readonly secret: string;
  readonly secretAs: SecretAs;
  readonly secretFor: string | undefined;
}

/**
 * The header by which a request shows a secret, or why it may not: the secret names the hosts that may see it, so that whoever
 * writes a strategy cannot send it elsewhere.
 */
export function authorizationHeader(
  { secret: name, secretAs, secretFor }: Authorization,
  secret: UsableSecret | undefined,
  url: URL,
): { readonly headers: Readonly<Record<string, string>> } | { readonly problem: string } {
  if (secret === undefined)
    return { problem: `There is no secret "${name}"; an administrator keeps it under Settings.` };
  if (!maySee(secret, url)) return { problem: `The secret "${name}" may not be shown to ${url.host}.` };
  const { value } = secret;
  if (!headerValueSchema.safeParse(value).success)
    return { problem: `The secret "${name}" cannot stand in a header: it must be one line of Latin letters.` };
  switch (secretAs) {
    case 'bearer':
      return { headers: { authorization: `Bearer ${value}` } };
    case 'basic':
      return { headers: { authorization: `Basic ${Buffer.from(`${secretFor ?? ''}:${value}`).toString('base64')}` } };
    case 'header': {
      const header = headerNameSchema.safeParse(secretFor);
      return header.success
        ? { headers: { [header.data.toLowerCase()]: value } }
        : { problem: `"${secretFor ?? ''}" is not the name of a header that can carry the secret "${name}".` };
    }
  }
}
