import type { Readable } from 'node:stream';
import { CodedError } from '#dsl/errors/coded-error.ts';
import { type WebForm, webFormSchema } from '#dsl/model/web-form.ts';
import type { OpenForm, SentForm } from '#dsl/protocol/web-forms.ts';
import type { Pool } from 'pg';
import { formInteraction } from '../../interaction/accept-form.ts';
import type { Submissions } from '../../interaction/submit.ts';
import { getDocument, webForms } from '../../knowledge/documents.ts';
import type { SecretBox } from '../../tenant/secret-box.ts';
import { checkAnswers } from './check-answers.ts';
import { type FormAddress, newFormToken, readFormToken } from './form-token.ts';
import { readFormData } from './read-form-data.ts';

/** What web forms need. */
export interface FormDeps {
  readonly pool: Pool;
  readonly box: SecretBox;
  readonly submissions: Pick<Submissions, 'submit'>;
}

/** A field that people do not see and machines fill in. */
const trap = 'website';

/** Everything but files: the longest answers of the longest form. */
const maxTextBytes = 512 * 1024;

/** The form of this address. Throws `request/not-found`, also for one that is switched off. */
export async function readForm({ pool }: Pick<FormDeps, 'pool'>, { tenant, name }: FormAddress): Promise<WebForm> {
  const { document } = await getDocument(pool, webForms, { tenantId: tenant, name });
  const form = webFormSchema.parse(document);
  if (!form.enabled) throw new CodedError('request/not-found', { kind: webForms.kind, name });
  return form;
}

/** The form as a page shows it, with a token for one message. */
export function openForm({ box }: Pick<FormDeps, 'box'>, address: FormAddress, form: WebForm): OpenForm {
  const { title, intro, button, thanks, fields, maxFiles, maxFileMegabytes, minSeconds } = form;
  return {
    title,
    intro,
    button,
    thanks,
    fields: fields.map(({ pattern: _pattern, ...field }) => field),
    maxFiles,
    maxFileMegabytes,
    minSeconds,
    token: newFormToken(box, address, Date.now()),
  };
}

/** What was sent in, before it has been read. */
export interface FormBody {
  readonly body: Readable;
  readonly contentType: string;
}

/**
 * Takes what was filled in; resolves once it is committed, and for the same token with the same reference. Throws `form/refused` for what a
 * machine filled in, `form/too-quick`, `form/expired`, `form/too-large` and, with the field at fault, `request/invalid`.
 */
export async function sendForm(
  deps: FormDeps,
  address: FormAddress,
  form: WebForm,
  { body, contentType }: FormBody,
): Promise<SentForm> {
  const maxBytes = maxTextBytes + form.maxFiles * form.maxFileMegabytes * 1024 * 1024;
  const sent = await readFormData(body, contentType, maxBytes);
  const nowMs = Date.now();
  if ((sent.texts.get(trap) ?? '') !== '') throw new CodedError('form/refused', { form: form.name });
  const { openedMs, onceKey } = readFormToken(deps.box, address, { token: sent.texts.get('token') ?? '', nowMs });
  const earlyMs = openedMs + form.minSeconds * 1000 - nowMs;
  if (earlyMs > 0) throw new CodedError('form/too-quick', { afterSeconds: Math.ceil(earlyMs / 1000) });
  const answers = checkAnswers(form, sent);
  const { interactionId } = await deps.submissions.submit(
    formInteraction({ tenantId: address.tenant, form, answers, sent, onceKey, receivedAt: new Date(nowMs) }),
  );
  return { reference: interactionId, thanks: form.thanks };
}
