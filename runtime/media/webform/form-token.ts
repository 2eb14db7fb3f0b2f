import { createHash } from 'node:crypto';
import { CodedError } from '#dsl/errors/coded-error.ts';
import type { SecretBox } from '../../tenant/secret-box.ts';

/** Which form a token opens. */
export interface FormAddress {
  readonly tenant: string;
  readonly name: string;
}

/** A page may stay open over night. */
const lifeMs = 24 * 3600 * 1000;

/** A token that opens the form for one message: sealed with the time it was made at, so that nobody makes one of their own. */
export function newFormToken(box: SecretBox, form: FormAddress, nowMs: number): string {
  return box.seal(String(nowMs), purposeOf(form)).toString('base64url');
}

/**
 * Since when the form has been open, and the key under which its message is taken once. Throws `form/expired` for a token that is too old
 * or none of ours.
 */
export function readFormToken(
  box: SecretBox,
  form: FormAddress,
  { token, nowMs }: { readonly token: string; readonly nowMs: number },
): { readonly openedMs: number; readonly onceKey: string } {
  const bytes = Buffer.from(token, 'base64url');
  const openedMs = openedAt(box, bytes, form);
  if (openedMs === undefined || nowMs - openedMs > lifeMs) throw new CodedError('form/expired', { form: form.name });
  // Of the bytes, not of the text: base64 has several texts for the same bytes.
  return { openedMs, onceKey: `form ${createHash('sha256').update(bytes).digest('hex')}` };
}

function openedAt(box: SecretBox, bytes: Buffer, form: FormAddress): number | undefined {
  try {
    return Number(box.open(bytes, purposeOf(form)));
  } catch {
    // Whatever is wrong with it, it opens nothing.
    return undefined;
  }
}

function purposeOf({ tenant, name }: FormAddress): string {
  return `web form ${tenant}/${name}`;
}
