import type { RefObject } from 'react';
import { isSocialMedium } from '#dsl/model/social-account.ts';
import { Loading } from '../kit/loading.tsx';
import { useOpenMedia } from '../kit/media.ts';
import { useInteraction } from './interaction-data.ts';
import type { Act } from './desktop-data.ts';
import { PostReply } from './post-reply.tsx';
import { ReplyPane } from './reply-pane.tsx';
import type { ReplyTextHandle } from './reply-text.tsx';
import { RevisePane } from './revise-pane.tsx';

/** The reply to what is in hand, or the mail in review itself, once the interaction has been read; problems of reading it show in the conversation. */
export function HandledReply(props: {
  readonly interactionId: string;
  readonly act: Act;
  readonly handle: RefObject<ReplyTextHandle | null>;
}) {
  const { data } = useInteraction(props.interactionId);
  const open = useOpenMedia();
  if (data === undefined) return <Loading />;
  const isPost = isSocialMedium(data.media) || open.some(({ name }) => name === data.media);
  if (isPost && data.message?.direction !== 'out') return <PostReply interaction={data} />;
  return data.message?.direction === 'out' ? (
    <RevisePane interaction={data} act={props.act} handle={props.handle} />
  ) : (
    <ReplyPane interaction={data} handle={props.handle} />
  );
}
