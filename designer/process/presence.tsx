import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { createStore, useStore } from 'zustand';
import type { PresentPerson } from '#dsl/protocol/presence.ts';
import { useMe } from '../app/session.ts';
import { tellPlace, useServerMessages } from '../kit/socket.ts';
import { useEditor, useOpenProcess } from './editor-context.tsx';
import { processKey, versionsKey } from './process-path.ts';

const present = createStore<readonly PresentPerson[]>()(() => []);

/** Colleagues who have the open process open too; oneself is not among them, in other windows neither. */
export function useColleagues(): readonly PresentPerson[] {
  return useStore(present);
}

/**
 * Tells where in the open process this page is, hears who else is there, and reads the process anew when one of them saved.
 * Shows nothing.
 */
export function Presence() {
  const { name } = useOpenProcess();
  const { userName } = useMe();
  const client = useQueryClient();
  const { strategy } = useParams({ strict: false });
  const selection = useEditor((state) => state.selection);
  const card = selection.length === 1 ? selection[0] : undefined;
  useServerMessages(['processes'], (message) => {
    if (message.type === 'presence' && message.process === name)
      present.setState(
        message.people.filter((person) => person.userName !== userName),
        true,
      );
    if (message.type !== 'process' || message.process !== name) return;
    void client.invalidateQueries({ queryKey: processKey(name) });
    void client.invalidateQueries({ queryKey: versionsKey(name) });
  });
  useEffect(() => {
    tellPlace({ process: name, ...(strategy !== undefined && { strategy }), ...(card !== undefined && { card }) });
  }, [name, strategy, card]);
  useEffect(
    () => () => {
      tellPlace(null);
      present.setState([], true);
    },
    [],
  );
  return null;
}
