import type { MailboxSettings } from '#dsl/model/mailbox.ts';
import { textOf } from '#dsl/errors/coded-error.ts';

/** Why a mailbox cannot be read, in words a person can act on. */
export function mailboxReason(error: unknown, { host, port, security, user }: MailboxSettings): string {
  const code = textField(error, 'code');
  const answer = textField(error, 'responseText') || textOf(error);
  const where = `${host}:${port}`;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `There is no server named "${host}".`;
  if (code === 'ECONNREFUSED') return `Nothing listens at ${where}.`;
  if (/TIMEOUT|ETIMEDOUT/.test(code)) return `${where} does not answer in time.`;
  if (/CERT|SELF_SIGNED|UNABLE_TO|ALTNAME/.test(code)) {
    return `The certificate of ${where} is not trusted: ${textOf(error)}. Give the certificate of its authority, or allow insecure connections.`;
  }
  if (/wrong version number|packet length too long|EPROTO/.test(code + textOf(error))) {
    return `${where} does not speak TLS from the start; try "starttls" instead of "${security}".`;
  }
  if (isRefusedLogin(error, answer)) return `The server refused user "${user}" or the password: ${answer}`;
  return answer;
}

function isRefusedLogin(error: unknown, answer: string): boolean {
  const flagged =
    typeof error === 'object' && error !== null && 'authenticationFailed' in error && error.authenticationFailed;
  return Boolean(flagged) || /^-ERR.*(auth|password|login|user)/i.test(answer);
}

function textField(error: unknown, field: string): string {
  const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, field) : undefined;
  return typeof value === 'string' ? value : '';
}
