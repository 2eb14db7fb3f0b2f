import { Input, Tooltip, UnstyledButton } from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { inspector as t } from '../kit/messages/en/inspector.ts';
import type { FormField } from './form-field.ts';
import classes from './inspector.module.css';

/** Label, hint and error around a control that brings none of its own, with the switch between value and expression. */
export function FieldFrame(props: {
  readonly field: Pick<FormField, 'title' | 'description' | 'isRequired'>;
  readonly error?: string | undefined;
  readonly isExpression?: boolean;
  readonly onSwitch?: () => void;
  readonly children: ReactNode;
}) {
  const { field, error, isExpression, onSwitch } = props;
  const id = useId();
  return (
    <div {...(onSwitch === undefined && { role: 'group', 'aria-labelledby': id })}>
      <div className={classes.labelRow}>
        <Input.Label id={id} component="div" required={false}>
          {field.title}
        </Input.Label>
        {onSwitch !== undefined && (
          <Tooltip label={isExpression === true ? t.useValue : t.useExpression}>
            <UnstyledButton
              className={classes.switch}
              data-on={isExpression === true}
              aria-pressed={isExpression === true}
              aria-label={t.expressionFor(field.title)}
              onClick={onSwitch}
            >
              <IconBraces size={14} aria-hidden />
            </UnstyledButton>
          </Tooltip>
        )}
      </div>
      {field.description !== undefined && <Input.Description mb={4}>{field.description}</Input.Description>}
      {props.children}
      {error !== undefined && (
        <Input.Error mt={4} role="alert">
          {error}
        </Input.Error>
      )}
    </div>
  );
}
