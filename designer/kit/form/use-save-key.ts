import { useHotkeys } from '@mantine/hooks';

/** Ctrl-S (Cmd-S) saves the open form, also from within its fields, in place of the browser's own dialog. */
export function useSaveKey(save: () => void): void {
  useHotkeys([['mod+S', save]], [], true);
}
