import {
  IconArrowFork,
  IconArrowsSplit2,
  IconCircleX,
  IconClockPause,
  IconCode,
  IconCornerDownRight,
  IconDoorExit,
  IconFilterSearch,
  IconMailCheck,
  IconMailFast,
  IconMailPlus,
  IconPaperclip,
  IconPlayerPlay,
  IconPuzzle,
  IconSend,
  IconStackPush,
  IconTags,
  IconUserShare,
  IconVariable,
  type TablerIcon,
} from '@tabler/icons-react';

/** Pictures of the icons that faces of blocks name. A test asks for one for every block. */
export const blockIcons: Readonly<Record<string, TablerIcon>> = {
  'arrow-fork': IconArrowFork,
  'arrows-split-2': IconArrowsSplit2,
  'circle-x': IconCircleX,
  'clock-pause': IconClockPause,
  code: IconCode,
  'corner-down-right': IconCornerDownRight,
  'door-exit': IconDoorExit,
  'filter-search': IconFilterSearch,
  'mail-check': IconMailCheck,
  'mail-fast': IconMailFast,
  'mail-plus': IconMailPlus,
  paperclip: IconPaperclip,
  'player-play': IconPlayerPlay,
  send: IconSend,
  'stack-push': IconStackPush,
  tags: IconTags,
  'user-share': IconUserShare,
  variable: IconVariable,
};

/** The picture of a block, by the icon name of its face; a puzzle piece for a block this version does not know. */
export function BlockIcon(props: { readonly icon: string; readonly size?: number }) {
  const Icon = blockIcons[props.icon] ?? IconPuzzle;
  return <Icon size={props.size ?? 18} stroke={1.7} aria-hidden />;
}
