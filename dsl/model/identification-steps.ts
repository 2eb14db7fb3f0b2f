import { readContactLevel } from './contact-level.ts';
import { type ContactSettings, hardWiredMedia } from './contact-settings.ts';

/** Attributes that are compared together, one after the other narrowing; or the mandatory one that is missing at the top. */
export type IdentificationSteps =
  | { readonly steps: readonly (readonly string[])[] }
  | { readonly missing: string; readonly level: number };

interface Ranked {
  readonly name: string;
  readonly level: number;
  readonly mandatory: boolean;
}

// first and last name count together only, so each is mandatory where it stands
const usual: readonly Ranked[] = [
  { name: 'EmailAddress', level: 0, mandatory: false },
  { name: 'PhoneNumber', level: 1, mandatory: false },
  { name: 'FirstName', level: 2, mandatory: true },
  { name: 'LastName', level: 2, mandatory: true },
  { name: 'Title', level: 3, mandatory: false },
];

/**
 * By what a contact is looked for, when these attributes are known. E-mail, chat and callback follow the usual order; of other media a section of
 * their own decides alone, then the attributes' search order, then the usual order. A level that lacks a mandatory attribute is
 * skipped whole; the highest level reports what is missing.
 */
export function identificationSteps(
  settings: ContactSettings,
  media: string,
  given: Readonly<Record<string, string>>,
): IdentificationSteps {
  const levels = [...Map.groupBy(rankedFor(settings, media), ({ level }) => level)].toSorted(([a], [b]) => a - b);
  const steps: string[][] = [];
  for (const [index, [level, attributes]] of levels.entries()) {
    const missing = attributes.find(({ name, mandatory }) => mandatory && given[name] === undefined);
    if (missing !== undefined && index === 0) return { missing: missing.name, level };
    if (missing !== undefined) continue;
    const known = attributes.flatMap(({ name }) => (given[name] === undefined ? [] : [name]));
    if (known.length > 0) steps.push(known);
  }
  return { steps };
}

function rankedFor({ media: sections, searchOrder }: ContactSettings, media: string): readonly Ranked[] {
  if (hardWiredMedia.includes(media)) return usual;
  const section = sections[media];
  if (section !== undefined && Object.keys(section).length > 0)
    return Object.entries(section).flatMap(([name, text]) => {
      const read = readContactLevel(text);
      return read === undefined ? [] : [{ name, ...read }];
    });
  const changed = usual.map((one) => ({ ...one, level: searchOrder[one.name] ?? one.level }));
  const added = Object.entries(searchOrder)
    .filter(([name]) => usual.every((one) => one.name !== name))
    .map(([name, level]) => ({ name, level, mandatory: false }));
  return [...changed, ...added];
}
