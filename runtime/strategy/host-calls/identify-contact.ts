import { identifyContact as identify } from '../../contact/identify-contact.ts';
import type { HostCallHandler } from './handler.ts';

/**
 * Finds the contact. One that is made is made at once and not with the run: whoever asks again finds it by what it was made of,
 * so a run that is repeated makes no second one.
 */
export const identifyContact: HostCallHandler<'identify-contact'> = async (params, { run, pool }) => {
  const { interaction, changes } = run;
  const { create, assign, emailAddress, phoneNumber, firstName, lastName, title, attributes: own = {} } = params;
  const named = {
    EmailAddress: emailAddress,
    PhoneNumber: phoneNumber,
    FirstName: firstName,
    LastName: lastName,
    Title: title,
  };
  const given = { ...own, ...named };
  const isEmpty = Object.values(given).every((value) => value === undefined || value.trim() === '');
  const attributes = isEmpty ? { EmailAddress: interaction.from_address ?? undefined } : given;
  const found = await identify(pool, run.tenantId, { media: interaction.media, attributes, create });
  if ('missing' in found) {
    const message = `Contacts of ${interaction.media} are identified by ${found.missing} first (level ${found.level}), which is not known.`;
    return { error: { code: 'contact/mandatory-missing', message } };
  }
  const [id] = found.contactIds;
  if (assign && found.count === 1 && id !== undefined && id !== interaction.contact_id) {
    changes.contactId = id;
    changes.steps.push((client) =>
      client.query('update interactions set contact_id = $2 where id = $1', [interaction.id, id]),
    );
  }
  return { result: { count: found.count, contactIds: [...found.contactIds], created: found.created } };
};
