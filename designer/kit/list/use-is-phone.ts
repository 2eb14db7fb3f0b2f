import { useMediaQuery } from '@mantine/hooks';

/** Whether the screen is so narrow that lists and details take turns. */
export function useIsPhone(): boolean {
  return useMediaQuery('(max-width: 640px)', false, { getInitialValueInEffect: false });
}
