import { Button, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { isRequestFailure } from './api.ts';
import { kit as t } from './messages/en/kit.ts';
import classes from './states.module.css';

/** What went wrong, in words, with the way on: `onRetry` adds the button. Says nothing when there is no error. */
export function ProblemNote(props: { readonly error: unknown; readonly onRetry?: () => void }) {
  if (props.error === null || props.error === undefined) return null;
  return (
    <div className={classes.problem} role="alert">
      <IconAlertTriangle size={18} className={classes.problemIcon} aria-hidden />
      <div style={{ flex: 1, minWidth: 0 }}>
        <Text size="sm">{messageOf(props.error)}</Text>
        {props.onRetry !== undefined && (
          <Button mt="xs" variant="default" onClick={props.onRetry}>
            {t.retry}
          </Button>
        )}
      </div>
    </div>
  );
}

/** The sentence to show for anything that was thrown. */
export function messageOf(error: unknown): string {
  if (isRequestFailure(error)) {
    const { message, field } = error.problem;
    return field === undefined || message.includes(field) ? message : `${field}: ${message}`;
  }
  return error instanceof Error ? error.message : String(error);
}
