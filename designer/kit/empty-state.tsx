import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './states.module.css';

/** What an empty place says: what it is for, and the one next step. */
export function EmptyState(props: {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  /** True where it stands in place of a whole page, so that its title is the page's. */
  readonly isPage?: boolean;
}) {
  return (
    <Stack className={classes.state} gap="xs" align="center">
      {props.icon !== undefined && <div className={classes.icon}>{props.icon}</div>}
      <Title order={props.isPage === true ? 1 : 2} size="h2">
        {props.title}
      </Title>
      {props.children !== undefined && (
        <Text size="sm" className={classes.text}>
          {props.children}
        </Text>
      )}
      {props.action}
    </Stack>
  );
}
