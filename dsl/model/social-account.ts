import { z } from 'zod';
import { nameSchema } from '../document/strategy.ts';
import { serviceUrlSchema } from './http-authorization.ts';

/** Kinds of social accounts, and the media type of what each brings. */
export const socialMedia = {
  rss: 'rssfeed',
  mastodon: 'mastodon',
  facebook: 'facebook',
  x: 'twitter',
} as const;

/** Tells whether a medium comes from social accounts. */
export function isSocialMedium(media: string): boolean {
  return Object.values<string>(socialMedia).includes(media);
}

/** A feed, an account or a page that is watched, and by which replies go out. */
export const socialAccountSchema = z
  .strictObject({
    name: nameSchema.meta({ title: 'Name' }),
    description: z.string().max(1000).optional().meta({ title: 'Description' }),
    kind: z.enum(['rss', 'mastodon', 'facebook', 'x']).default('rss').meta({ title: 'Kind' }),
    url: serviceUrlSchema.meta({
      title: 'Address',
      description:
        'The feed itself, or where the service is: the server of a Mastodon account, https://graph.facebook.com, https://api.x.com',
      examples: ['https://mastodon.example'],
    }),
    account: z.string().max(200).optional().meta({
      title: 'Account',
      description: 'The id of the page (Facebook) or of the user (X)',
    }),
    watch: z.enum(['mentions', 'search', 'timeline']).default('mentions').meta({
      title: 'Watches',
      description: 'What mentions us, what a search or hashtag finds, or our own timeline with its comments',
    }),
    search: z.string().max(500).optional().meta({
      title: 'Search',
      description: 'For a search: a hashtag without # (Mastodon), or a query (X)',
    }),
    secret: nameSchema.optional().meta({ title: 'Secret', description: 'The secret that holds the access token' }),
    endpoint: nameSchema.meta({ title: 'Endpoint', description: 'Where posts enter the business process' }),
    everySeconds: z.int().min(5).max(86_400).default(60).meta({ title: 'Look every', unit: 's' }),
    perHour: z.int().min(1).max(10_000).default(300).meta({
      title: 'Requests an hour',
      description: 'At most, so that the account keeps within what its service allows',
    }),
    merges: z.boolean().default(true).meta({
      title: 'Comments join',
      description: 'Comments join the interaction of their post while it is live',
    }),
    enabled: z.boolean().default(true).meta({ title: 'Enabled' }),
  })
  .check((context) => {
    const { kind, account, search, watch, secret } = context.value;
    const miss = (path: string, message: string): void => {
      context.issues.push({ code: 'custom', path: [path], message, input: context.value });
    };
    if ((kind === 'facebook' || kind === 'x') && watch !== 'search' && account === undefined)
      miss('account', 'the id of the page or user');
    if (watch === 'search' && kind !== 'rss' && search === undefined) miss('search', 'what is searched for');
    if (kind !== 'rss' && secret === undefined) miss('secret', 'the secret with the access token');
  });

/** A feed, an account or a page that is watched. */
export type SocialAccount = z.infer<typeof socialAccountSchema>;
