import { useLocalStorage } from '@mantine/hooks';

/** Whether an invitation is heard, and how to change that; remembered in this browser. */
export function useSound(): readonly [boolean, (on: boolean) => void] {
  const [isLoud, setLoud] = useLocalStorage({
    key: 'signalbox-desktop-sound',
    defaultValue: true,
    getInitialValueInEffect: false,
  });
  return [isLoud, setLoud];
}
