import { useEffect, useRef } from 'react';
import type { DesktopState } from '#dsl/protocol/desktop.ts';
import { desktop as t } from '../kit/messages/en/desktop.ts';
import { notifyOutside, playInvitation } from './alert-agent.ts';
import { whoOf } from './mail-address.ts';

/** Makes new invitations heard, shows them outside the page, and says so in the page's title. */
export function useInvitationAlert(invitations: DesktopState['invitations'], isLoud: boolean): void {
  const announced = useRef(new Map<string, () => void>());
  useEffect(() => {
    const known = announced.current;
    const current = new Set(invitations.map((invitation) => invitation.id));
    for (const [id, close] of known) {
      if (current.has(id)) continue;
      close();
      known.delete(id);
    }
    for (const { id, from, subject } of invitations) {
      if (known.has(id)) continue;
      if (isLoud) playInvitation();
      const offer = { id, who: whoOf(from, t.unknownSender), subject: subject === '' ? t.noSubject : subject };
      known.set(id, notifyOutside(offer));
    }
  }, [invitations, isLoud]);
  const count = invitations.length;
  useEffect(() => {
    if (count === 0) return undefined;
    const title = document.title;
    document.title = `(${count}) ${title}`;
    return () => {
      document.title = title;
    };
  }, [count]);
}
