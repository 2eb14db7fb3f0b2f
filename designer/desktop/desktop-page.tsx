import { IconPlugConnectedX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { DesktopState } from '#dsl/protocol/desktop.ts';
import { desktop as t } from '../kit/messages/en/desktop.ts';
import { Loading } from '../kit/loading.tsx';
import { ProblemNote } from '../kit/problem.tsx';
import { useConnection } from '../kit/socket.ts';
import { useDesktop, useDesktopAct } from './desktop-data.ts';
import { DesktopLayout } from './desktop-layout.tsx';
import classes from './desktop.module.css';
import type { ReplyTextHandle } from './reply-text.tsx';
import { ShortcutHelp } from './shortcut-help.tsx';
import { useDesktopShortcuts } from './use-desktop-shortcuts.ts';
import { useInvitationAlert } from './use-invitation-alert.ts';
import { useSelection } from './use-selection.ts';
import { useSentNews } from './use-sent-news.ts';
import { useSound } from './use-sound.ts';

const nothing: DesktopState['invitations'] = [];

/** The agent desktop: my work, the conversation with the reply, and what surrounds it. */
export function DesktopPage() {
  const { data: state, error, refetch } = useDesktop();
  const act = useDesktopAct();
  const selection = useSelection(state);
  const editor = useRef<ReplyTextHandle>(null);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [isLoud] = useSound();
  useInvitationAlert(state?.invitations ?? nothing, isLoud);
  useSentNews();
  const accept = (id: string): void =>
    act.mutate({ path: `interactions/${id}/accept` }, { onSuccess: () => selection.select(id) });
  useDesktopShortcuts({
    state,
    act,
    selectedId: selection.selected?.id,
    select: selection.select,
    accept,
    write: () => editor.current?.focus(),
    help: () => setHelpOpen(true),
  });
  if (state === undefined) {
    return error === null ? <Loading /> : <ProblemNote error={error} onRetry={() => void refetch()} />;
  }
  return (
    <div className={classes.page}>
      <h1 className={classes.hidden}>{t.title}</h1>
      <LostNote />
      <DesktopLayout
        state={state}
        act={act}
        selection={selection}
        editor={editor}
        onAccept={accept}
        onHelp={() => setHelpOpen(true)}
      />
      <ShortcutHelp isOpen={isHelpOpen} onClose={() => setHelpOpen(false)} />
    </div>
  );
}

function LostNote() {
  const connection = useConnection();
  if (connection !== 'lost') return null;
  return (
    <output className={classes.lost}>
      <IconPlugConnectedX size={16} aria-hidden /> {t.connectionLost}
    </output>
  );
}
