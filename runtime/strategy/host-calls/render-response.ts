import { LRUCache } from 'lru-cache';
import { parseTemplate } from '#dsl/field-code/parse-template.ts';
import { renderTemplate } from '#dsl/field-code/render-template.ts';
import type { LiveRun } from '../execute/live-run.ts';

type Template = Extract<ReturnType<typeof parseTemplate>, { template: unknown }>['template'];

/** Texts whose field codes stay read; responses are few, and used over and over. */
const templates = new LRUCache<string, Template>({
  max: 1000,
  maxSize: 8_000_000,
  sizeCalculation: (_, text) => text.length + 1,
});

/** How field codes are filled. */
export interface RenderOptions {
  readonly fieldCodes: Readonly<Record<string, unknown>>;
  readonly language: string;
  readonly now: Date;
  readonly escape?: (text: string) => string;
}

/** A text with its field codes filled in from the run's interaction and contact. What is unknown stays empty. */
export function renderText(run: LiveRun, text: string, { fieldCodes, language, now, escape }: RenderOptions): string {
  if (!text.includes('<$')) return text;
  let template = templates.get(text);
  if (template === undefined) {
    const parsed = parseTemplate(text);
    if ('errors' in parsed)
      throw new Error(parsed.errors.map(({ message, at }) => `character ${at + 1}: ${message}`).join('; '));
    template = parsed.template;
    templates.set(text, template);
  }
  const rendered = renderTemplate(template, objectsOf(run, fieldCodes), {
    locale: language,
    timeZone: 'UTC',
    now,
    ...(escape && { escape }),
  });
  return rendered.text;
}

/** HTML of a value that field codes put into HTML: what a customer wrote must not become markup. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function objectsOf({ interaction }: LiveRun, fieldCodes: Readonly<Record<string, unknown>>) {
  const firstName = interaction.contact_first_name ?? '';
  const lastName = interaction.contact_last_name ?? '';
  const address = interaction.from_address ?? '';
  return {
    Interaction: {
      Id: interaction.id,
      DateCreated: interaction.received_at,
      Subject: interaction.subject,
      ToAddress: interaction.to_address ?? '',
      FromAddress: address,
      TimeZone: 'UTC',
      AttachedData: interaction.data,
    },
    Contact: {
      Id: interaction.contact_id ?? '',
      Title: interaction.contact_title ?? '',
      FirstName: firstName,
      LastName: lastName,
      FullName: [firstName, lastName].filter(Boolean).join(' '),
      PrimaryEmailAddress: address,
      PrimaryPhoneNumber: '',
      EmailAddresses: [address],
    },
    custom: fieldCodes,
  };
}
