import { TagsInput } from '@mantine/core';
import { useEffect, useId } from 'react';
import { desktop as t } from '../kit/messages/en/desktop.ts';
import { parseAddress, splitAddresses } from './mail-address.ts';
import classes from './reply.module.css';

/** Addresses of a reply, one pill each; those that are none are said below. */
export function AddressField(props: {
  readonly label: string;
  readonly value: readonly string[];
  readonly isRequired?: boolean;
  /** Takes the focus as it appears: somebody just asked for the field. */
  readonly isFocused?: boolean;
  onChange(value: string[]): void;
}) {
  const { label, value, onChange } = props;
  const id = useId();
  const takesFocus = props.isFocused === true;
  useEffect(() => {
    if (takesFocus) document.getElementById(id)?.focus();
  }, [takesFocus, id]);
  const wrong = value.find((text) => parseAddress(text) === undefined);
  return (
    <div className={classes.field}>
      <label htmlFor={id} className={classes.label}>
        {label}
      </label>
      <TagsInput
        id={id}
        className={classes.input}
        variant="unstyled"
        size="sm"
        value={[...value]}
        // a whole line may be pasted, so splitting is ours
        onChange={(texts) => onChange(texts.flatMap(splitAddresses))}
        splitChars={[';']}
        acceptValueOnBlur
        error={wrong === undefined ? props.isRequired && value.length === 0 && t.noRecipient : t.badAddress(wrong)}
      />
    </div>
  );
}
