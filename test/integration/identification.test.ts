import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveContactSettings } from '#runtime/contact/contact-settings.ts';
import { identifyContact } from '#runtime/contact/identify-contact.ts';

import { contactSettingsSchema } from '#dsl/model/contact-settings.ts';
import { startTestDatabase, type TestDatabase } from '#test/support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

type Person = Readonly<Record<string, string>>;

const names = ['EmailAddress', 'PhoneNumber', 'FirstName', 'LastName', 'Title', 'CustomerId'];
// few values, so that many people share them; case counts nowhere
const personArbitrary = fc.record(
  {
    FirstName: fc.constantFrom('Ada', 'ada', 'Alan'),
    LastName: fc.constantFrom('Lovelace', 'LOVELACE', 'Turing'),
    Title: fc.constantFrom('Dr', 'Ms'),
    CustomerId: fc.constantFrom('7', '8', 'x'),
  },
  { requiredKeys: [] },
);
const givenArbitrary = fc
  .tuple(
    personArbitrary,
    fc.record({ EmailAddress: fc.nat(6).map(mailOf), PhoneNumber: fc.nat(6).map(phoneOf) }, { requiredKeys: [] }),
  )
  .map(([person, addresses]): Person => ({ ...person, ...addresses }));
const sectionArbitrary = fc.dictionary(
  fc.constantFrom(...names),
  fc.record({ level: fc.nat(3), mandatory: fc.boolean() }),
  { maxKeys: 6 },
);

/** What the field's rules say, over a plain list: no levels of ours, no database. */
function expected(
  people: readonly Person[],
  section: Record<string, { level: number; mandatory: boolean }>,
  given: Person,
) {
  const levels = [...new Set(Object.values(section).map(({ level }) => level))].toSorted((a, b) => a - b);
  let left: Person[] | undefined;
  for (const level of levels) {
    const here = Object.keys(section).filter((name) => section[name]?.level === level);
    if (here.some((name) => section[name]?.mandatory === true && given[name] === undefined)) {
      if (level === levels[0]) return 'error';
      continue;
    }
    const compared = here.filter((name) => given[name] !== undefined);
    if (compared.length === 0) continue;
    const fits = (left ?? people).filter((person) =>
      compared.every((name) => person[name]?.toLowerCase() === given[name]?.toLowerCase()),
    );
    if (left === undefined || fits.length > 0) left = fits;
    if (left.length <= 1) break;
  }
  return new Set((left ?? []).map((person) => person['id']));
}

test('identifies whom the rules of levels mean, for any settings and any contacts', async () => {
  const { pool } = database;
  let number = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(personArbitrary, { maxLength: 7 }),
      sectionArbitrary.filter((section) => Object.keys(section).length > 0),
      fc.array(givenArbitrary, { minLength: 1, maxLength: 4 }),
      async (people, section, questions) => {
        const tenantId = `t${(number += 1)}`;
        await pool.query('insert into tenants (id, name) values ($1, $1)', [tenantId]);
        const texts = Object.entries(section).map(([name, { level, mandatory }]) => [
          name,
          `level=${level};mandatory=${mandatory}`,
        ]);
        const attributes = [{ name: 'CustomerId', searchable: true }];
        const settings = contactSettingsSchema.parse({ attributes, media: { letter: Object.fromEntries(texts) } });
        await saveContactSettings(pool, tenantId, settings);
        const kept: Person[] = [];
        for (const [index, person] of people.entries()) {
          const attributes = { ...person, EmailAddress: mailOf(index), PhoneNumber: phoneOf(index) };
          const made = await identifyContact(pool, tenantId, { media: 'email', create: true, attributes });
          if ('missing' in made || !made.created) throw new Error('every person has an address of their own');
          kept.push({ ...attributes, id: made.contactIds[0] ?? '' });
        }
        for (const given of questions) {
          const found = await identifyContact(pool, tenantId, { media: 'letter', create: false, attributes: given });
          const got = 'missing' in found ? 'error' : new Set(found.contactIds);
          expect(got).toEqual(expected(kept, section, given));
        }
      },
    ),
    { numRuns: 40 },
  );
});

function mailOf(number: number): string {
  return `Person${number}@example.com`;
}

function phoneOf(number: number): string {
  return `+49 30 ${1000 + number}`;
}
