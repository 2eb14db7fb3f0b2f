import { useLocalStorage } from '@mantine/hooks';
import { useCallback, useEffect, useState } from 'react';
import type { Traffic, TrafficFocus } from '#dsl/protocol/traffic.ts';
import { tellWatched, useServerMessages } from '../kit/socket.ts';

/** Watching a process run, as the open canvas does it. */
export interface Watching {
  readonly isOn: boolean;
  /** What moves through it; undefined while nobody watches and until the first figures are there. */
  readonly traffic: Traffic | undefined;
  toggle(): void;
}

/** Whether this browser watches processes run, remembered; and while it does, what the server says of this one. */
export function useWatching(process: string, focus: TrafficFocus | undefined): Watching {
  const [isOn, setIsOn] = useLocalStorage({
    key: 'signalbox-watching',
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  const [told, setTold] = useState<{ readonly process: string; readonly traffic: Traffic }>();
  useServerMessages([], (message) => {
    if (message.type === 'traffic' && message.process === process) setTold(message);
  });
  const focusKey = JSON.stringify(focus ?? null);
  useEffect(() => {
    if (isOn) tellWatched({ process, focus: JSON.parse(focusKey) as TrafficFocus | null });
  }, [isOn, process, focusKey]);
  useEffect(() => {
    if (!isOn) return undefined;
    return () => {
      tellWatched(null);
      setTold(undefined);
    };
  }, [isOn]);
  const toggle = useCallback(() => setIsOn((before) => !before), [setIsOn]);
  return { isOn, traffic: isOn && told?.process === process ? told.traffic : undefined, toggle };
}
