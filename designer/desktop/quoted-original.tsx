import { Checkbox, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { InteractionDetail } from '#dsl/protocol/interactions.ts';
import { desktop as t } from '../kit/messages/en/desktop.ts';
import { MailFrame } from './mail-frame.tsx';
import { quoteOriginal } from './quote-original.ts';
import classes from './reply.module.css';

/** The original that goes below the reply: left in or out, folded until somebody wants to see it. */
export function QuotedOriginal(props: {
  readonly interaction: InteractionDetail;
  readonly isIncluded: boolean;
  onChange(isIncluded: boolean): void;
}) {
  const { interaction, isIncluded, onChange } = props;
  const [isOpen, setOpen] = useState(false);
  if (interaction.message === null) return null;
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <div className={classes.quote}>
      <div className={classes.quoteHead}>
        <Checkbox
          size="xs"
          checked={isIncluded}
          aria-label={t.quoteInclude}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <UnstyledButton
          className={classes.quoteToggle}
          aria-expanded={isOpen}
          title={isOpen ? t.quoteHide : t.quoteShow}
          onClick={() => setOpen(!isOpen)}
        >
          <Chevron size={14} aria-hidden /> {t.quote}
        </UnstyledButton>
      </div>
      {isOpen && isIncluded && <MailFrame html={quoteOriginal(interaction)} showsImages={false} title={t.quote} />}
    </div>
  );
}
