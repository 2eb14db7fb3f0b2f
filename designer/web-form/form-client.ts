import type { OpenForm, SentForm } from '#dsl/protocol/web-forms.ts';

/** Why the server did not take a form. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly field?: string;
}

/** What came of sending. */
export type Outcome = { readonly sent: SentForm } | { readonly refusal: Refusal };

/** Reads the form. Rejects when it cannot be had. */
export async function loadForm(address: string): Promise<OpenForm> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The form is answered with ${response.status}.`);
  return (await response.json()) as OpenForm;
}

/** Sends it. Rejects when nobody answers: the same token may be sent again, and is taken once. */
export async function sendForm(address: string, body: FormData): Promise<Outcome> {
  const response = await fetch(address, { method: 'POST', body });
  const answer: unknown = await response.json();
  return response.ok ? { sent: answer as SentForm } : { refusal: answer as Refusal };
}
