import {
  IconCircleX,
  IconFilter,
  IconInbox,
  IconLogin2,
  IconPlayerTrackNext,
  IconRoute,
  IconStack2,
  IconTargetArrow,
  IconUser,
  IconUsersGroup,
  type TablerIcon,
} from '@tabler/icons-react';
import type { ObjectKind } from './process-graph.ts';

const icons: Readonly<Record<ObjectKind, TablerIcon>> = {
  endpoint: IconLogin2,
  queue: IconStack2,
  workbin: IconInbox,
  view: IconFilter,
  submitter: IconPlayerTrackNext,
  strategy: IconRoute,
  'agent-group': IconUsersGroup,
  agent: IconUser,
  skill: IconTargetArrow,
  stop: IconCircleX,
};

/** The picture of an object of the process canvas. */
export function ObjectIcon(props: { readonly kind: ObjectKind; readonly size?: number }) {
  const Icon = icons[props.kind];
  return <Icon size={props.size ?? 18} stroke={1.7} aria-hidden />;
}
