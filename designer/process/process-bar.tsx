import { ActionIcon, Badge, Button, Menu, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCloudCheck,
  IconCloudExclamation,
  IconCloudUp,
  IconDots,
  IconDownload,
  IconPlayerPause,
  IconRocket,
  IconUpload,
  type TablerIcon,
} from '@tabler/icons-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { ProcessSummary } from '#dsl/protocol/processes.ts';
import { design as t } from '../kit/messages/en/design.ts';
import { usePageCommands } from '../kit/page-commands.ts';
import { PictureItems } from '../picture/picture-items.tsx';
import { TopBarSlot } from '../kit/top-bar-slot.tsx';
import { RolloutBadge } from '../versions/rollout-badge.tsx';
import classes from './process.module.css';
import { DeactivateDialog } from './deactivate-dialog.tsx';
import { useEditor, useOpenProcess, useSaveState } from './editor-context.tsx';
import { exportProcess } from './export-process.ts';
import { PresenceAvatars } from './presence-avatars.tsx';
import type { SaveState } from './draft-saver.ts';
import { useHistoryKeys } from './use-history-keys.ts';
import { useInspectorKeys } from './use-inspector-keys.ts';

const ActivateSheet = lazy(() => import('./activate-sheet.tsx').then((loaded) => ({ default: loaded.ActivateSheet })));
const ImportDialog = lazy(() => import('./import-dialog.tsx').then((loaded) => ({ default: loaded.ImportDialog })));

const RolloutDrawer = lazy(() =>
  import('../versions/rollout-drawer.tsx').then((loaded) => ({ default: loaded.RolloutDrawer })),
);

/** What the top bar shows of an open process: version, saving, undo and redo, activation. */
export function ProcessBar(props: { readonly summary: ProcessSummary }) {
  const { summary } = props;
  const [opened, setOpened] = useState<'activate' | 'deactivate' | 'import' | 'rollout'>();
  useHistoryKeys();
  useInspectorKeys();
  useBarCommands(setOpened);
  return (
    <TopBarSlot>
      <VersionBadge summary={summary} />
      {summary.rollout !== null && <RolloutBadge rollout={summary.rollout} onClick={() => setOpened('rollout')} />}
      <SaveNote />
      <div className={classes.spring} />
      <PresenceAvatars />
      <HistoryButtons />
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size={30} aria-label={t.more}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconDownload size={16} />} onClick={() => exportProcess(summary.name)}>
            {t.exportProcess}
          </Menu.Item>
          <PictureItems />
          <Menu.Item leftSection={<IconUpload size={16} />} onClick={() => setOpened('import')}>
            {t.importProcess}
          </Menu.Item>
          {summary.activeVersion !== null && (
            <Menu.Item color="red" leftSection={<IconPlayerPause size={16} />} onClick={() => setOpened('deactivate')}>
              {t.deactivateMore}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Button className={classes.activate ?? ''} aria-label={t.activate} onClick={() => setOpened('activate')}>
        <IconRocket size={16} aria-hidden />
        <span className={classes.wide}>{t.activate}</span>
      </Button>
      <DeactivateDialog name={summary.name} isOpen={opened === 'deactivate'} onClose={() => setOpened(undefined)} />
      <Suspense fallback={null}>
        {opened === 'activate' && <ActivateSheet summary={summary} onClose={() => setOpened(undefined)} />}
        {opened === 'rollout' && <RolloutDrawer name={summary.name} onClose={() => setOpened(undefined)} />}
        {opened === 'import' && <ImportDialog onClose={() => setOpened(undefined)} />}
      </Suspense>
    </TopBarSlot>
  );
}

// what the buttons above do, by name
function useBarCommands(open: (what: 'activate') => void): void {
  const { editor } = useOpenProcess();
  const commands = useMemo(
    () => [
      { id: 'activate', label: t.activation, run: () => open('activate') },
      { id: 'undo', label: t.undoName, keys: 'Ctrl Z', run: () => editor.getState().undo() },
      { id: 'redo', label: t.redoName, keys: 'Ctrl Y', run: () => editor.getState().redo() },
    ],
    [editor, open],
  );
  usePageCommands(commands);
}

function VersionBadge({ summary }: { readonly summary: ProcessSummary }) {
  const { activeVersion, draftDiffers } = summary;
  const isClean = activeVersion !== null && !draftDiffers;
  return (
    <Badge className={classes.wide} variant="light" color={isClean ? 'teal' : 'gray'} tt="none" fw={500} size="md">
      {activeVersion === null ? t.inactive : t.active(activeVersion)}
      {activeVersion !== null && draftDiffers && ` · ${t.differs}`}
    </Badge>
  );
}

const saveIcons: Readonly<Record<SaveState['status'], TablerIcon>> = {
  saved: IconCloudCheck,
  waiting: IconCloudUp,
  saving: IconCloudUp,
  failed: IconCloudExclamation,
  conflict: IconCloudExclamation,
};

function SaveNote() {
  const { status } = useSaveState();
  const Icon = saveIcons[status];
  return (
    <Tooltip label={status === 'failed' ? t.saveFailed : t.save[status]}>
      <output className={classes.saveNote} data-status={status}>
        <Icon size={16} aria-hidden />
        <span className={classes.wide}>{t.save[status]}</span>
      </output>
    </Tooltip>
  );
}

function HistoryButtons() {
  const last = useEditor((state) => state.past.at(-1)?.label);
  const next = useEditor((state) => state.future[0]?.label);
  const undo = useEditor((state) => state.undo);
  const redo = useEditor((state) => state.redo);
  return (
    <>
      <Tooltip label={t.undo(last)}>
        <ActionIcon size={30} aria-label={t.undo(last)} aria-disabled={last === undefined} onClick={undo}>
          <IconArrowBackUp size={18} opacity={last === undefined ? 0.4 : 1} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t.redo(next)}>
        <ActionIcon size={30} aria-label={t.redo(next)} aria-disabled={next === undefined} onClick={redo}>
          <IconArrowForwardUp size={18} opacity={next === undefined ? 0.4 : 1} />
        </ActionIcon>
      </Tooltip>
    </>
  );
}
