import type { Address } from '#dsl/protocol/interactions.ts';

/** A post, comment, mention or item of a feed. */
export interface SocialPost {
  readonly id: string;
  /** The post it answers or belongs to; its own id when it stands alone. */
  readonly answers: string;
  /** The handle or id of the author, and the name. */
  readonly author: Address;
  readonly followers?: number | undefined;
  readonly title?: string | undefined;
  /** Plain words; markup has been read away. */
  readonly text: string;
  readonly url?: string | undefined;
  readonly language?: string | undefined;
  readonly isPrivate: boolean;
  readonly at: Date;
  /** What the medium needs to answer the author in private, where that is not the handle. */
  readonly authorId?: string | undefined;
}

/** How far a source has been read: what it needs to go on, as JSON. */
export type Cursor = Readonly<Record<string, string>>;

/** What a look brought: posts, oldest first, and where the next look goes on. */
export interface Look {
  readonly posts: readonly SocialPost[];
  readonly cursor: Cursor;
}

/** A reply on its way out. */
export interface OutgoingPost {
  /** The same for each attempt. */
  readonly key: string;
  readonly answers: string;
  readonly text: string;
  readonly isPrivate: boolean;
  readonly to: string;
  readonly toId: string | undefined;
}

/** A feed, an account or a page of one kind of medium. Throws `SocialFailure`. */
export interface SocialSource {
  look(cursor: Cursor): Promise<Look>;
  /** Sends a reply and answers its id outside; undefined for a medium that takes none. */
  readonly reply: ((post: OutgoingPost) => Promise<string>) | undefined;
  /** A reply that may have got through can be sent again under its key. */
  readonly isRepeatable: boolean;
}

/** Why the medium did not do what was asked: `refused` for good, `later` once `until` has come, `uncertain` when it may have. */
export class SocialFailure extends Error {
  readonly kind: 'refused' | 'later' | 'uncertain';
  readonly until: Date | undefined;

  constructor(kind: SocialFailure['kind'], message: string, until?: Date) {
    super(message);
    this.kind = kind;
    this.until = until;
  }
}
