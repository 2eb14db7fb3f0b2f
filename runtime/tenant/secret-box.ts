import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { CodedError } from '#dsl/errors/coded-error.ts';

/** Seals what must not be read from a copy of the database: passwords of mailboxes and mail servers. */
export interface SecretBox {
  /** `purpose` is bound to the box: what was sealed for one row cannot be opened as another's. */
  seal(plain: string, purpose: string): Buffer;
  /** Throws `tenant/secret-unreadable` when the box was sealed under another secret or changed since. */
  open(sealed: Uint8Array, purpose: string): string;
}

const ivBytes = 12;
const tagBytes = 16;

/** A box under AES-256-GCM whose key is derived (HKDF, RFC 5869) from the installation's secret. */
export function createSecretBox(secret: string): SecretBox {
  const key = Buffer.from(hkdfSync('sha256', secret, 'signalbox', 'secret-box', 32));
  return {
    seal(plain, purpose) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      cipher.setAAD(Buffer.from(purpose));
      const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), text]);
    },
    open(sealed, purpose) {
      const bytes = Buffer.from(sealed);
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes));
        decipher.setAAD(Buffer.from(purpose));
        decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
        return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString('utf8');
      } catch (cause) {
        throw new CodedError('tenant/secret-unreadable', { purpose }, { cause });
      }
    },
  };
}
