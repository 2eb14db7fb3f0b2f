import type { RunFailure } from '#dsl/compile/run-contract.ts';
import { parseTemplate } from '#dsl/field-code/parse-template.ts';
import type { HostCallContext } from './handler.ts';
import { escapeHtml, renderText } from './render-response.ts';

/** Where the words of a message come from: a standard response, or a text of the strategy's own, or neither. */
export interface ContentWish {
  readonly response?: string | undefined;
  readonly text?: string | undefined;
  /** Instead of the response's own subject. */
  readonly subject?: string | undefined;
  readonly fieldCodes: Readonly<Record<string, unknown>>;
}

/** Words with their field codes filled in. */
export interface Content {
  readonly subject: string;
  readonly text: string;
  readonly html?: string | undefined;
}

/** Renders what a message says, or tells what is wrong: no such response, or field codes that cannot be read. */
export async function contentOf(
  wish: ContentWish,
  { run, knowledge, now }: HostCallContext,
): Promise<{ readonly content: Content } | { readonly error: RunFailure }> {
  const response = wish.response === undefined ? undefined : await knowledge.response(run.tenantId, wish.response);
  if (wish.response !== undefined && response === undefined) {
    return { error: { code: 'response/none', message: `There is no standard response "${wish.response}".` } };
  }
  const subject = wish.subject ?? response?.subject ?? '';
  const text = response?.text ?? wish.text ?? '';
  const problem = [subject, text, response?.html ?? ''].map(problemOf).find((one) => one !== undefined);
  if (problem !== undefined) return { error: { code: 'response/field-code', message: problem } };
  const options = { fieldCodes: wish.fieldCodes, language: response?.language ?? 'en', now };
  return {
    content: {
      subject: renderText(run, subject, options),
      text: renderText(run, text, options),
      html: response?.html && renderText(run, response.html, { ...options, escape: escapeHtml }),
    },
  };
}

/** Texts that expressions made are not checked before they run. */
function problemOf(text: string): string | undefined {
  const parsed = parseTemplate(text);
  if (!('errors' in parsed)) return undefined;
  const [first] = parsed.errors;
  return `A field code cannot be read: character ${(first?.at ?? 0) + 1}: ${first?.message ?? ''}.`;
}
