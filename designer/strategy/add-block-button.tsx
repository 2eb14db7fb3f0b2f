import { ActionIcon } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { design as t } from '../kit/messages/en/design.ts';
import classes from './strategy.module.css';
import type { ChooserRequest } from './use-chooser.ts';

/** The way to a new block where there is no room for the palette. */
export function AddBlockButton(props: { readonly onOpen: (request: ChooserRequest) => void }) {
  return (
    <ActionIcon
      className={classes.addBlock ?? ''}
      variant="filled"
      color="signal"
      size={44}
      radius="xl"
      aria-label={t.chooser}
      onClick={(event) => {
        const { left, top } = event.currentTarget.getBoundingClientRect();
        props.onOpen({ screen: { x: left, y: top } });
      }}
    >
      <IconPlus size={22} />
    </ActionIcon>
  );
}
