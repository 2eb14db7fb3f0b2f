import { ActionIcon, Autocomplete, Button, Group, NativeSelect, Stack } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { inspector as t } from '../kit/messages/en/inspector.ts';
import { FieldFrame } from './field-frame.tsx';

/** The order of a view: properties and directions, the first one counts most. */
export function OrderField(props: {
  readonly order: readonly string[];
  readonly properties: readonly string[];
  readonly onChange: (order: string[]) => void;
}) {
  const { order, properties, onChange } = props;
  const set = (index: number, property: string, direction: string): void =>
    onChange(order.toSpliced(index, 1, direction === 'desc' ? `${property} desc` : property));
  return (
    <FieldFrame field={{ title: t.viewOrder, description: t.viewOrderHelp, isRequired: false }}>
      <Stack gap={6}>
        {order.map((entry, index) => {
          const [property = '', direction = 'asc'] = entry.split(' ');
          return (
            // an entry is told by its rank alone
            // oxlint-disable-next-line react/no-array-index-key
            <Group key={index} gap={6} wrap="nowrap">
              <Autocomplete
                size="xs"
                style={{ flex: 1 }}
                aria-label={t.orderProperty(index + 1)}
                data={[...properties]}
                value={property}
                onChange={(next) => set(index, next, direction)}
              />
              <NativeSelect
                size="xs"
                w={112}
                aria-label={t.orderDirection(index + 1)}
                value={direction}
                data={[
                  { value: 'asc', label: t.ascending },
                  { value: 'desc', label: t.descending },
                ]}
                onChange={(event) => set(index, property, event.currentTarget.value)}
              />
              <ActionIcon
                size={22}
                aria-label={t.removeNamed(property)}
                onClick={() => onChange(order.toSpliced(index, 1))}
              >
                <IconTrash size={14} />
              </ActionIcon>
            </Group>
          );
        })}
        <Button
          variant="default"
          size="compact-xs"
          leftSection={<IconPlus size={14} />}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => onChange([...order, 'receivedAt'])}
        >
          {t.addRow}
        </Button>
      </Stack>
    </FieldFrame>
  );
}
