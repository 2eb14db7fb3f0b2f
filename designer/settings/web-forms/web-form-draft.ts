import { type FormField, type WebForm, webFormSchema } from '#dsl/model/web-form.ts';
import { fieldSpecs } from '../../kit/form/field-specs.ts';
import { webForms as t } from '../../kit/messages/en/web-forms.ts';
import { freshDraft, plainBody, type PlainDraft } from '../services/schema-fields.tsx';

/** What the form of a web form holds: sites as one text, questions as they are. */
export interface WebFormDraft extends PlainDraft {
  readonly sites: string;
  readonly fields: readonly FormField[];
}

/** Fields that are one input each. */
export const webFormSpecs = fieldSpecs(webFormSchema.shape);

/** A question that asks for nothing yet. */
export function newField(change: Partial<FormField> = {}): FormField {
  return { key: '', label: '', kind: 'text', meaning: 'none', required: false, options: [], ...change };
}

/** A new form asks what most forms ask. */
export const freshWebForm: WebFormDraft = {
  ...freshDraft(webFormSpecs),
  name: 'contact',
  title: t.fresh.title,
  sites: '',
  fields: [
    newField({ key: 'Name', label: t.fresh.name, meaning: 'name' }),
    newField({ key: 'Email', label: t.fresh.address, kind: 'email', meaning: 'address', required: true }),
    newField({ key: 'About', label: t.fresh.subject, meaning: 'subject' }),
    newField({ key: 'Message', label: t.fresh.message, kind: 'lines', meaning: 'message', required: true }),
    newField({ key: 'Files', label: t.fresh.files, kind: 'file' }),
  ],
};

/** The draft of a form that is kept. */
export function webFormDraft({ description = '', sites, ...form }: WebForm): WebFormDraft {
  return { ...freshDraft(webFormSpecs), ...form, description, sites: sites.join(', ') };
}

/** What is sent of a draft. */
export function webFormBody({ sites, fields, ...draft }: WebFormDraft): unknown {
  return {
    ...plainBody(draft),
    fields,
    sites: sites
      .split(/[,;\s]+/)
      .map((site) => site.trim())
      .filter(Boolean),
  };
}
