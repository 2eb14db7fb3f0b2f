import { Radio, Stack } from '@mantine/core';
import type { RolloutPlan } from '#dsl/protocol/rollouts.ts';
import { versions as t } from '../kit/messages/en/versions.ts';
import { PartFields } from './part-fields.tsx';

/** A tenth is enough to see trouble and little enough to bear it. */
const usualShare = 10;

/** Asks who takes a version: everybody, a part, or nobody yet. Null is everybody. */
export function RolloutChoice(props: {
  readonly activeVersion: number;
  readonly rollout: RolloutPlan | null;
  readonly onChange: (rollout: RolloutPlan | null) => void;
}) {
  const { activeVersion, rollout, onChange } = props;
  const choose = (mode: string): void => {
    if (mode === 'canary') onChange({ mode, share: usualShare, condition: null });
    else if (mode === 'shadow') onChange({ mode, share: 100, condition: null });
    else onChange(null);
  };
  return (
    <Stack gap="xs">
      <Radio.Group label={t.who} value={rollout?.mode ?? 'all'} onChange={choose}>
        <Stack gap={8} mt={6}>
          <Radio value="all" label={t.whoEverybody} description={t.whoEverybodyHelp} />
          <Radio value="canary" label={t.whoPart} description={t.whoPartHelp(activeVersion)} />
          <Radio value="shadow" label={t.whoNobody} description={t.whoNobodyHelp(activeVersion)} />
        </Stack>
      </Radio.Group>
      {rollout !== null && <PartFields part={rollout} onChange={(part) => onChange({ ...rollout, ...part })} />}
    </Stack>
  );
}
