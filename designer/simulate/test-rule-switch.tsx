import { Switch } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { processTestRuleSchema } from '#dsl/protocol/replay.ts';
import { api } from '../kit/api.ts';
import { trial as t } from '../kit/messages/en/trial.ts';
import { useOpenProcess } from '../process/editor-context.tsx';
import { processPath } from '../process/process-path.ts';

/** Whether this process has to pass its tests before it is activated; fixed where that is demanded of all. */
export function TestRuleSwitch() {
  const { name } = useOpenProcess();
  const client = useQueryClient();
  const path = `${processPath(name)}/test-rule`;
  const rule = useQuery({
    queryKey: ['test-rule', name],
    queryFn: ({ signal }) => api.get(path, processTestRuleSchema, signal),
  });
  const save = useMutation({
    mutationFn: (required: boolean) => api.send('PUT', path, { required }, z.undefined()),
    onSettled: () => client.invalidateQueries({ queryKey: ['test-rule', name] }),
  });
  const { required = false, everywhere = false } = rule.data ?? {};
  return (
    <Switch
      size="xs"
      label={t.mustPass}
      disabled={rule.data === undefined || everywhere || save.isPending}
      checked={required || everywhere}
      onChange={(event) => save.mutate(event.currentTarget.checked)}
      error={(rule.isError || save.isError) && t.loadFailed}
    />
  );
}
