import { NumberInput, Stack, Switch, Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { Condition } from '#dsl/condition/condition.ts';
import type { RolloutPlan } from '#dsl/protocol/rollouts.ts';
import { InspectorContext } from '../inspector/inspector-context.ts';
import { viewSurroundings } from '../inspector/view-form.tsx';
import { Loading } from '../kit/loading.tsx';
import { versions as t } from '../kit/messages/en/versions.ts';

const ConditionBuilder = lazy(() =>
  import('../inspector/condition-builder.tsx').then((loaded) => ({ default: loaded.ConditionBuilder })),
);

const always: Condition = { combinator: 'and', rules: [] };

/** Which interactions a version takes: a share, of all or of those that meet a condition. */
export type Part = Pick<RolloutPlan, 'share' | 'condition'>;

/** Asks for a share and, when wanted, a condition. */
export function PartFields({ part, onChange }: { readonly part: Part; readonly onChange: (part: Part) => void }) {
  return (
    <Stack gap="xs">
      <NumberInput
        label={t.share}
        description={t.shareHelp}
        suffix=" %"
        min={1}
        max={100}
        allowDecimal={false}
        maw={260}
        value={part.share}
        onChange={(share) => onChange({ ...part, share: Math.min(100, Math.max(1, Math.trunc(Number(share)) || 1)) })}
      />
      <Switch
        label={t.onlyThose}
        checked={part.condition !== null}
        onChange={(event) => onChange({ ...part, condition: event.currentTarget.checked ? always : null })}
      />
      {part.condition !== null && (
        <InspectorContext value={viewSurroundings}>
          <Suspense fallback={<Loading />}>
            <ConditionBuilder condition={part.condition} onChange={(condition) => onChange({ ...part, condition })} />
          </Suspense>
        </InspectorContext>
      )}
      <Text size="xs" c="dimmed">
        {t.viewsStay}
      </Text>
    </Stack>
  );
}
