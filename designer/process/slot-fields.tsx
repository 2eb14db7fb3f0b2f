import { Autocomplete, Fieldset, Stack, Text } from '@mantine/core';
import type { Surroundings } from '#dsl/check/surroundings.ts';
import type { ChosenNames, TemplateSlots } from '#dsl/templates/template.ts';
import { templates as t } from '../kit/messages/en/templates.ts';

/** Asks for the names a template leaves open; each field offers what exists and takes any other name. */
export function SlotFields(props: {
  readonly slots: TemplateSlots;
  readonly known: Surroundings;
  readonly chosen: ChosenNames;
  readonly onChange: (chosen: ChosenNames) => void;
}) {
  const { slots, known, chosen, onChange } = props;
  if (Object.keys(slots).length === 0) return null;
  return (
    <Fieldset legend={t.fill}>
      <Stack gap="xs">
        <Text size="xs" c="dimmed">
          {t.fillHelp}
        </Text>
        {Object.entries(slots).map(([key, { kind }]) => {
          const names = known[kind] ?? [];
          const name = chosen[key] ?? '';
          const isNew = name.trim() !== '' && !names.includes(name.trim());
          return (
            <Autocomplete
              key={key}
              label={labels[key] ?? key}
              description={isNew ? (kind === 'queues' ? t.willBeMade : t.isNew) : undefined}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              data={[...names]}
              value={name}
              maxLength={128}
              onChange={(value) => onChange({ ...chosen, [key]: value })}
            />
          );
        })}
      </Stack>
    </Fieldset>
  );
}

const labels: Readonly<Record<string, string>> = t.slots;
