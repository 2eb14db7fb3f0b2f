import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useIsPhone } from './use-is-phone.ts';

/** Heading of a part within a detail pane: one level under the pane's own, which is the page's heading on a phone. */
export function PartTitle(props: { readonly children: ReactNode }) {
  return (
    <Title order={useIsPhone() ? 2 : 3} size="h3">
      {props.children}
    </Title>
  );
}
