import { Stack, Text, Title } from '@mantine/core';
import { design as t } from '../kit/messages/en/design.ts';
import { JsonPanel } from '../panel/json-panel.tsx';
import { ProblemsPanel } from '../panel/problems-panel.tsx';

/** What a process shows whose draft is no business process: its text, to be mended, and what is wrong with it. */
export function BrokenDraft() {
  return (
    <Stack h="100%" gap={0}>
      <div style={{ padding: 16 }}>
        <Title order={1}>{t.broken}</Title>
        <Text size="sm">{t.brokenHelp}</Text>
      </div>
      <div style={{ flex: 1, minHeight: 0 }}>
        <JsonPanel />
      </div>
      <div style={{ maxHeight: '30%', overflow: 'auto' }}>
        <ProblemsPanel />
      </div>
    </Stack>
  );
}
