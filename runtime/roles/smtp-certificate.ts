import { readFile } from 'node:fs/promises';
import { createSecureContext } from 'node:tls';
import { CodedError, textOf } from '#dsl/errors/coded-error.ts';
import { type Option, options } from '../config/options.ts';
import type { Settings } from '../config/read-settings.ts';

/**
 * The certificate and key that the SMTP port offers STARTTLS with (RFC 3207); undefined when none is given.
 * Throws `settings/invalid` for one without the other, for a file that cannot be read, and for a pair that does not fit.
 */
export async function smtpCertificate(
  settings: Pick<Settings, 'smtpCertificate' | 'smtpKey'>,
): Promise<{ readonly cert: string; readonly key: string } | undefined> {
  if (settings.smtpCertificate === undefined && settings.smtpKey === undefined) return undefined;
  const cert = await pem(options.smtpCertificate, settings.smtpCertificate);
  const key = await pem(options.smtpKey, settings.smtpKey);
  try {
    createSecureContext({ cert, key });
  } catch (error) {
    throw wrong(options.smtpKey, `${settings.smtpKey} (${textOf(error)})`);
  }
  return { cert, key };
}

async function pem(option: Option<string>, file: string | undefined): Promise<string> {
  if (file === undefined) throw wrong(option, '');
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw wrong(option, `${file} (${textOf(error)})`);
  }
}

function wrong({ flag, expected }: Option<string>, value: string): CodedError {
  return new CodedError('settings/invalid', { option: flag, value, expected });
}
