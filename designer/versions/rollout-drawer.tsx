import { Drawer } from '@mantine/core';
import { versions as t } from '../kit/messages/en/versions.ts';
import { RolloutPane } from './rollout-pane.tsx';

/** The version on trial, beside whatever page of the process is open. */
export function RolloutDrawer({ name, onClose }: { readonly name: string; readonly onClose: () => void }) {
  return (
    <Drawer opened onClose={onClose} position="right" size="lg" title={t.trial}>
      <RolloutPane name={name} />
    </Drawer>
  );
}
