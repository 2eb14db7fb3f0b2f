import type { DesktopState } from '#dsl/protocol/desktop.ts';
import { pressInHead } from './conversation-head.tsx';
import type { Act } from './desktop-data.ts';
import { takeBack, useOutbox } from './outbox.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** What the keys of the desktop act on. */
export interface ShortcutScene {
  readonly state: DesktopState | undefined;
  readonly act: Act;
  readonly selectedId: string | undefined;
  select(id: string): void;
  accept(id: string): void;
  write(): void;
  help(): void;
}

/** The desktop's keys: what a click on the same things does. */
export function useDesktopShortcuts(scene: ShortcutScene): void {
  const { state, act, selectedId } = scene;
  const [invitation] = state?.invitations ?? [];
  const media = state?.media ?? [];
  const handling = state?.handling ?? [];
  useShortcuts({
    toggleReady: () => {
      // All of them: ready when one is not.
      const ready = media.some((one) => !one.ready);
      for (const one of media) {
        if (one.ready !== ready) act.mutate({ path: 'ready', body: { media: one.media, ready } });
      }
    },
    toggleDisturb: () => {
      if (state?.loggedIn === true) act.mutate({ path: 'do-not-disturb', body: { on: !state.doNotDisturb } });
    },
    accept: () => {
      if (invitation === undefined) return false;
      scene.accept(invitation.id);
      return true;
    },
    reject: () => {
      if (invitation !== undefined) act.mutate({ path: `interactions/${invitation.id}/reject`, body: {} });
    },
    reply: scene.write,
    done: () => pressInHead('done'),
    workbin: () => pressInHead('workbin'),
    transfer: () => pressInHead('transfer'),
    move: (by) => {
      const next = handling[handling.findIndex(({ id }) => id === selectedId) + by];
      if (next !== undefined) scene.select(next.id);
    },
    undo: () => {
      const last = useOutbox.getState().pending.findLast((entry) => entry.state === 'waiting');
      if (last === undefined) return false;
      takeBack(last.interactionId);
      return true;
    },
    help: scene.help,
  });
}
