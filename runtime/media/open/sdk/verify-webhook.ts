import { type OpenEvent, openEventSchema } from '#dsl/protocol/open-media.ts';

/** A webhook that is older, or from further ahead, is not believed. */
const longestSeconds = 300;

/**
 * The event a webhook brings, or undefined when it was not signed with this secret, or too long ago. `signature` is the header
 * `signalbox-signature`, `body` the text as it came.
 */
export async function verifyWebhook(
  body: string,
  { signature, secret, now = new Date() }: { readonly signature: string; readonly secret: string; readonly now?: Date },
): Promise<OpenEvent | undefined> {
  const [, seconds = '', hex = ''] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(signature) ?? [];
  if (hex === '' || Math.abs(now.getTime() / 1000 - Number(seconds)) > longestSeconds) return undefined;
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['verify']);
  const digest = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const isGenuine = await crypto.subtle.verify('HMAC', key, digest, encoder.encode(`${seconds}.${body}`));
  return isGenuine ? openEventSchema.parse(JSON.parse(body)) : undefined;
}
