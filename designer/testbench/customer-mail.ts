import { testBench as t } from '../kit/messages/en/test-bench.ts';

/** A kind of mail that the test bench can write. */
export type MailKind = keyof typeof t.kind;

/** A mail as the form holds it; `headers` is a line for each. */
export interface CustomerMail {
  readonly kind: MailKind;
  readonly name: string;
  readonly address: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Empty: the mail has no HTML part. */
  readonly html: string;
  readonly headers: string;
  /** The mail it answers. */
  readonly answers: { readonly messageId: string; readonly subject: string } | undefined;
}

const customers = [
  ['Anna Berg', 'anna.berg@customer.example'],
  ['Bruno Costa', 'bruno.costa@customer.example'],
  ['Chiara Rossi', 'chiara@rossi.example'],
  ['Dmitri Orlov', 'd.orlov@mail.example'],
  ['Emma Lindqvist', 'emma.lindqvist@post.example'],
  ['Fatima Haddad', 'fatima@haddad.example'],
  ['Grace Okoye', 'grace.okoye@customer.example'],
  ['Hiro Tanaka', 'tanaka@mail.example'],
] as const;

// RFC 3834 section 5 and RFC 2919: what tells automatic mail and lists from people
const headersOf: Readonly<Record<MailKind, string>> = {
  plain: '',
  html: '',
  auto: 'Auto-Submitted: auto-replied\nX-Auto-Response-Suppress: All',
  list: 'List-Id: Members <members.list.example>\nPrecedence: list',
};

/** The first mail of the test bench. */
export const firstMail: CustomerMail = {
  name: customers[0][0],
  address: customers[0][1],
  to: 'support@localhost',
  answers: undefined,
  ...exampleOf('plain'),
};

/** The text, subject and headers of a kind of mail. */
export function exampleOf(kind: MailKind): Pick<CustomerMail, 'kind' | 'subject' | 'text' | 'html' | 'headers'> {
  const { subject, text, html = '' }: { subject: string; text: string; html?: string } = t.examples[kind];
  return { kind, subject, text, html, headers: headersOf[kind] };
}

/** The customer after this one. */
export function nextCustomer(address: string): Pick<CustomerMail, 'name' | 'address'> {
  const at = customers.findIndex(([, known]) => known === address);
  const [name, next] = customers[(at + 1) % customers.length] ?? customers[0];
  return { name, address: next };
}

/** Headers written one a line, or the first line that is none. */
export function readHeaders(lines: string): { headers: Record<string, string> } | { wrong: string } {
  const headers: Record<string, string> = {};
  for (const line of lines.split('\n').map((text) => text.trim())) {
    if (line === '') continue;
    // RFC 5322 2.2: printable ASCII without colon, then the colon
    const [, name, value] = /^([!-9;-~]+):\s*(.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) return { wrong: line };
    headers[name] = value;
  }
  return { headers };
}
