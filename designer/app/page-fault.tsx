import { Button, Code } from '@mantine/core';
import { IconBug } from '@tabler/icons-react';
import { EmptyState } from '../kit/empty-state.tsx';
import { kit as t } from '../kit/messages/en/kit.ts';
import { messageOf } from '../kit/problem.tsx';

/** What a page shows that ran into a fault of its own; the rest of the app stays usable. */
export function PageFault(props: { readonly error: unknown }) {
  return (
    <EmptyState
      icon={<IconBug size={26} />}
      title={t.pageBroken}
      action={<Button onClick={() => location.reload()}>{t.reload}</Button>}
    >
      {t.pageBrokenHelp}
      <Code block mt="sm" ta="left">
        {messageOf(props.error)}
      </Code>
    </EmptyState>
  );
}
