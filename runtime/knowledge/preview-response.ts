import type { Pool } from 'pg';
import { parseTemplate } from '#dsl/field-code/parse-template.ts';
import type { FieldCodeObjects } from '#dsl/field-code/field-code-value.ts';
import { renderTemplate } from '#dsl/field-code/render-template.ts';
import type { StandardResponse } from '#dsl/model/standard-response.ts';
import type { Contact, InteractionDetail } from '#dsl/protocol/interactions.ts';
import type { ResponsePreview } from '#dsl/protocol/knowledge.ts';

/** Whom a response is previewed for. */
export interface PreviewSubject {
  readonly interaction: Pick<InteractionDetail, 'id' | 'subject' | 'receivedAt' | 'to' | 'from' | 'data'>;
  readonly contact: Pick<Contact, 'id' | 'title' | 'firstName' | 'lastName'> | null;
  /** Who answers. */
  readonly agent: PreviewAgent;
}

/** An agent as field codes see them. */
export interface PreviewAgent {
  readonly firstName: string;
  readonly lastName: string;
  readonly signature: string;
}

/** Somebody to fill field codes with while no interaction is chosen. */
export const sampleSubject: PreviewSubject = {
  interaction: {
    id: '00000000-0000-7000-8000-000000000000',
    subject: 'A question about my order',
    receivedAt: '2026-01-05T09:30:00.000Z',
    to: 'support@example.com',
    from: { address: 'jane.doe@example.org', name: 'Jane Doe' },
    data: {},
  },
  contact: { id: '00000000-0000-7000-8000-000000000001', title: 'Ms', firstName: 'Jane', lastName: 'Doe' },
  agent: { firstName: 'Alex', lastName: 'Example', signature: 'Alex Example' },
};

/** The person as field codes see them; the sample one for somebody who is no agent. */
export async function readPreviewAgent(pool: Pool, id: string): Promise<PreviewAgent> {
  const { rows } = await pool.query<PreviewAgent>(
    `select first_name as "firstName", last_name as "lastName", signature from agents where id = $1`,
    [id],
  );
  return rows[0] ?? sampleSubject.agent;
}

/** Fills the field codes of a response and says what is wrong with them. */
export function previewResponse(response: StandardResponse, subject: PreviewSubject, now: Date): ResponsePreview {
  const problems: ResponsePreview['problems'] = [];
  const objects = objectsOf(subject);
  const render = (field: 'subject' | 'text' | 'html', text: string): string => {
    const parsed = parseTemplate(text);
    if ('errors' in parsed) {
      problems.push(...parsed.errors.map(({ message }) => ({ field, message })));
      return text;
    }
    const rendered = renderTemplate(parsed.template, objects, {
      locale: response.language,
      timeZone: 'UTC',
      now,
      ...(field === 'html' && { escape: escapeHtml }),
    });
    problems.push(...rendered.problems.map(({ message }) => ({ field, message })));
    return rendered.text;
  };
  return {
    subject: response.subject === '' ? `Re: ${subject.interaction.subject}` : render('subject', response.subject),
    text: render('text', response.text),
    html: response.html === undefined ? null : render('html', response.html),
    problems,
  };
}

function objectsOf({ interaction, contact, agent }: PreviewSubject): FieldCodeObjects {
  const address = interaction.from?.address ?? '';
  const firstName = contact?.firstName ?? '';
  const lastName = contact?.lastName ?? '';
  return {
    Interaction: {
      Id: interaction.id,
      DateCreated: new Date(interaction.receivedAt),
      Subject: interaction.subject,
      ToAddress: interaction.to ?? '',
      FromAddress: address,
      TimeZone: 'UTC',
      AttachedData: attachedData(interaction.data),
    },
    Contact: {
      Id: contact?.id ?? '',
      Title: contact?.title ?? '',
      FirstName: firstName,
      LastName: lastName,
      FullName: [firstName, lastName].filter((part) => part !== '').join(' '),
      PrimaryEmailAddress: address,
      PrimaryPhoneNumber: '',
      EmailAddresses: [address],
    },
    Agent: {
      FirstName: agent.firstName,
      LastName: agent.lastName,
      FullName: [agent.firstName, agent.lastName].filter((part) => part !== '').join(' '),
      Signature: agent.signature,
    },
  };
}

/** Field codes speak of texts and numbers; what is nested stays unseen. */
function attachedData(data: InteractionDetail['data']): Record<string, string | number | boolean | null> {
  return Object.fromEntries(
    Object.entries(data).flatMap(([key, value]) => (typeof value === 'object' && value !== null ? [] : [[key, value]])),
  );
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
