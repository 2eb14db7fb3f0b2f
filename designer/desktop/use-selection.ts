import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { DesktopState } from '#dsl/protocol/desktop.ts';
import type { InteractionSummary } from '#dsl/protocol/interactions.ts';
import { forgetStaleDrafts } from './draft-keeper.ts';
import { useWorkbins } from './workbins-data.ts';

/** Which of the interactions in hand and in workbins is open; it is part of the address, so that a reload comes back to it. */
export interface Selection {
  readonly selected: InteractionSummary | undefined;
  select(id: string): void;
}

/** The interaction the address names, in hand or in a workbin, or else the one in hand the longest. */
export function useSelection(state: DesktopState | undefined): Selection {
  const { data: bins } = useWorkbins();
  const search: { interaction?: string } = useSearch({ strict: false });
  const navigate = useNavigate();
  const handling = state?.handling;
  const inHand = handling?.map(({ id }) => id).join();
  useEffect(() => {
    if (inHand !== undefined) forgetStaleDrafts(new Set(inHand.split(',')));
  }, [inHand]);
  return {
    selected:
      handling?.find(({ id }) => id === search.interaction) ??
      bins?.workbins.flatMap(({ interactions }) => interactions).find(({ id }) => id === search.interaction) ??
      handling?.[0],
    select: (id) => void navigate({ to: '/desktop', search: { interaction: id }, replace: true }),
  };
}
