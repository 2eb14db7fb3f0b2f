import { Radio, Stack } from '@mantine/core';
import { templates as t } from '../kit/messages/en/templates.ts';

/** The templates to choose from, each with what it does. */
export function TemplateChoice<Key extends string>(props: {
  readonly texts: Readonly<Record<Key, { readonly name: string; readonly help: string }>>;
  readonly value: Key;
  readonly onChange: (key: Key) => void;
}) {
  const keys = Object.keys(props.texts) as Key[];
  return (
    <Radio.Group label={t.beginWith} value={props.value} onChange={(value) => props.onChange(value)}>
      <Stack gap="xs" mt="xs">
        {keys.map((key) => (
          <Radio key={key} value={key} label={props.texts[key].name} description={props.texts[key].help} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
