import { Anchor, Popover, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { find as t } from '../kit/messages/en/find.ts';

/** A way to the places that use a name. Its children look for them, and are there only while somebody wants to know. */
export function UsesPopover(props: { readonly name: string; readonly children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" withinPortal width={300} trapFocus>
      <Popover.Target>
        <Anchor component="button" type="button" size="xs" mt={4} onClick={() => setOpen(!isOpen)}>
          {t.whereUsed}
        </Anchor>
      </Popover.Target>
      <Popover.Dropdown>
        <Text size="xs" fw={600} mb={4}>
          {t.usesOf(props.name)}
        </Text>
        {isOpen && props.children}
      </Popover.Dropdown>
    </Popover>
  );
}
