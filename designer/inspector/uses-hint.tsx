import { Anchor, Popover, Text } from '@mantine/core';
import { useState } from 'react';
import type { Editor } from '#dsl/block/editor.ts';
import type { Reference } from '#dsl/block/block.ts';
import { find as t } from '../kit/messages/en/find.ts';
import { UseList, useUses } from './where-used.tsx';

// pickers of names that blocks refer to, and how references call them
const kindOf: Partial<Record<Editor, Reference['kind']>> = {
  queue: 'queue',
  workbin: 'queue',
  response: 'response',
  'screening-rule': 'screening-rule',
  model: 'model',
  'agent-group': 'agent-group',
  agent: 'agent',
  subroutine: 'strategy',
  strategy: 'strategy',
  macro: 'macro',
  list: 'list',
  calendar: 'calendar',
  'data-source': 'data-source',
  'external-service': 'external-service',
  secret: 'secret',
};

/** Beside a picker: where else the chosen name is used, each place a way there. */
export function UsesHint(props: { readonly editor: Editor | undefined; readonly name: string }) {
  const kind = props.editor === undefined ? undefined : kindOf[props.editor];
  return kind === undefined || props.name === '' ? null : <Uses kind={kind} name={props.name} />;
}

function Uses({ kind, name }: { readonly kind: Reference['kind']; readonly name: string }) {
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
          {t.usesOf(name)}
        </Text>
        {/* looked for only while somebody wants to know, since it reads the whole process */}
        {isOpen && <AllUses kind={kind} name={name} />}
      </Popover.Dropdown>
    </Popover>
  );
}

function AllUses({ kind, name }: { readonly kind: Reference['kind']; readonly name: string }) {
  const { here, elsewhere } = useUses(kind, name);
  return <UseList uses={[...here, ...elsewhere]} />;
}
