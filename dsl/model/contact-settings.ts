import { z } from 'zod';
import { dataKeySchema } from '../block/variable-name.ts';
import { readContactLevel } from './contact-level.ts';

/** Attributes every contact has, by their system names. Names must match exactly: `EmailAddress`, not `email_address`. */
export const coreAttributes = ['EmailAddress', 'PhoneNumber', 'FirstName', 'LastName', 'Title'] as const;

/** Media whose order of attributes is hard-wired: e-mail, chat and callback. */
export const hardWiredMedia: readonly string[] = ['email', 'chat', 'callback'];

const isCore = (name: string): boolean => coreAttributes.some((core) => core === name);

/** An attribute of contacts that a tenant declares beside the core ones. */
export const contactAttributeSchema = z.strictObject({
  name: dataKeySchema,
  /** As people read it; empty, its name. */
  title: z.string().max(100).default(''),
  /** Contacts can be identified and filtered by it. */
  searchable: z.boolean().default(false),
  /** The list of contacts can be ordered by it. */
  sortable: z.boolean().default(false),
  /** Values it may have, such as the segments; empty, any. */
  choices: z.array(z.string().min(1).max(200)).max(200).default([]),
});

const levelText = z.string().refine((text) => readContactLevel(text) !== undefined, {
  error: 'expected level=<0..127>;mandatory=<true or false>',
});

/** What a tenant says about contacts: attributes beside the core ones, and by what contacts are identified. */
export const contactSettingsSchema = z
  .strictObject({
    attributes: z
      .array(contactAttributeSchema)
      .max(100)
      .default([{ name: 'Segment', title: '', searchable: true, sortable: true, choices: [] }]),
    /** Priority of an attribute for media that have no section of their own: 0 counts most. */
    searchOrder: z.record(z.string(), z.int().min(0).max(127)).default({}),
    /** By media: `contact-searchable-attributes`, which replaces the order for that medium whole. */
    media: z.record(z.string().min(1).max(64), z.record(z.string(), levelText)).default({}),
  })
  .superRefine((settings, context) => {
    const searchable = new Set(settings.attributes.filter((one) => one.searchable).map(({ name }) => name));
    const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
    const checkNames = (path: string[], names: readonly string[]): void => {
      for (const name of names)
        if (!isCore(name) && !searchable.has(name))
          refuse([...path, name], `expected a core attribute (${coreAttributes.join(', ')}) or a searchable one`);
    };
    const names = settings.attributes.map(({ name }) => name);
    for (const [index, name] of names.entries()) {
      if (isCore(name)) refuse(['attributes', index, 'name'], 'expected a name that no core attribute has');
      if (names.indexOf(name) !== index) refuse(['attributes', index, 'name'], 'expected each name once');
    }
    checkNames(['searchOrder'], Object.keys(settings.searchOrder));
    for (const [media, section] of Object.entries(settings.media)) {
      if (hardWiredMedia.includes(media))
        refuse(['media', media], 'expected a medium other than e-mail, chat and callback');
      checkNames(['media', media], Object.keys(section));
    }
  });

/** What a tenant says about contacts. */
export type ContactSettings = z.infer<typeof contactSettingsSchema>;
