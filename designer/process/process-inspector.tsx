import { Autocomplete, Stack, Text, Textarea } from '@mantine/core';
import { IconSitemap } from '@tabler/icons-react';
import { memo } from 'react';
import type { BusinessProcess } from '#dsl/document/business-process.ts';
import { setProcess } from '../commands/set-object.ts';
import { InspectorHead } from '../inspector/inspector-head.tsx';
import { MacrosForm } from '../inspector/macros-form.tsx';
import { inspector as t } from '../kit/messages/en/inspector.ts';
import { useEditor } from './editor-context.tsx';

/** What the inspector shows while nothing is selected: the process itself. */
export function ProcessInspector({ process }: { readonly process: BusinessProcess }) {
  const run = useEditor((state) => state.run);
  return (
    <div>
      <InspectorHead kind={t.process} title={process.name} hue="--sb-accent" icon={<IconSitemap size={18} />} />
      <Stack p="md" gap="md">
        <Textarea
          label={t.description}
          autosize
          minRows={2}
          value={process.description ?? ''}
          onChange={(event) => run(setProcess({ description: event.currentTarget.value || undefined }))}
        />
        <ErrorQueueField queues={process.queues} errorQueue={process.errorQueue} />
        <MacrosForm process={process} />
        <Text size="xs" c="dimmed" style={{ whiteSpace: 'pre-line' }}>
          {t.processKeys}
        </Text>
      </Stack>
    </div>
  );
}

// a list of all queues, which no key in another field need draw again
const ErrorQueueField = memo(function ErrorQueueField(props: Pick<BusinessProcess, 'queues' | 'errorQueue'>) {
  const run = useEditor((state) => state.run);
  return (
    <Autocomplete
      label={t.errorQueue}
      description={t.errorQueueHelp}
      data={Object.keys(props.queues)}
      value={props.errorQueue}
      onChange={(errorQueue) => run(setProcess({ errorQueue: errorQueue || undefined }))}
    />
  );
});
