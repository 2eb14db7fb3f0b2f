import type { RefObject } from 'react';
import { Loading } from '../kit/loading.tsx';
import { useInteraction } from './interaction-data.ts';
import { ReplyPane } from './reply-pane.tsx';
import type { ReplyTextHandle } from './reply-text.tsx';

/** The reply to what is in hand, once the interaction has been read; problems of reading it show in the conversation. */
export function HandledReply(props: {
  readonly interactionId: string;
  readonly handle: RefObject<ReplyTextHandle | null>;
}) {
  const { data } = useInteraction(props.interactionId);
  return data === undefined ? <Loading /> : <ReplyPane interaction={data} handle={props.handle} />;
}
