import type { SocialAccount } from '#dsl/model/social-account.ts';
import type { AskMedium } from './ask-medium.ts';
import type { SocialSource } from './contract.ts';
import { facebookSource } from './facebook-source.ts';
import { mastodonSource } from './mastodon-source.ts';
import { rssSource } from './rss-source.ts';
import { xSource } from './x-source.ts';

/** The source that an account reads and answers by. */
export function openSource(account: SocialAccount, ask: AskMedium): SocialSource {
  switch (account.kind) {
    case 'rss':
      return rssSource(account.url, ask);
    case 'mastodon':
      return mastodonSource(account, ask);
    case 'facebook':
      return facebookSource(account, ask);
    case 'x':
      return xSource(account, ask);
  }
}
