import { Button, CopyButton, Modal, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { kit } from '../kit/messages/en/kit.ts';
import classes from './settings.module.css';

/** A secret that is shown this once, with a button to copy it; only its own button closes the dialog. */
export function SecretShown(props: {
  readonly title: string;
  readonly help: string;
  readonly secret: string;
  readonly done: string;
  readonly onDone: () => void;
  readonly children?: ReactNode;
}) {
  return (
    <Modal
      opened
      onClose={props.onDone}
      title={props.title}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      size="lg"
    >
      <Stack>
        <Text size="sm">{props.help}</Text>
        <div className={classes.secret}>
          <code>{props.secret}</code>
          <CopyButton value={props.secret}>
            {({ copied, copy }) => (
              <Button
                variant="default"
                leftSection={copied ? <IconCheck size={15} /> : <IconCopy size={15} />}
                onClick={copy}
                data-autofocus
              >
                {copied ? kit.copied : kit.copy}
              </Button>
            )}
          </CopyButton>
        </div>
        {props.children}
        <Button onClick={props.onDone} ml="auto">
          {props.done}
        </Button>
      </Stack>
    </Modal>
  );
}
