import { Button } from '@mantine/core';
import { IconArrowsExchange, IconInbox } from '@tabler/icons-react';
import { useState } from 'react';
import type { InteractionSummary } from '#dsl/protocol/interactions.ts';
import { desktop } from '../kit/messages/en/desktop.ts';
import { workbins as t } from '../kit/messages/en/workbins.ts';
import type { Act } from './desktop-data.ts';
import { TransferDialog } from './transfer-dialog.tsx';
import { WorkbinDialog } from './workbin-dialog.tsx';

/** Ways to pass on what is in hand: into a workbin, or to somebody else. */
export function PassOnButtons(props: { readonly interaction: InteractionSummary; readonly act: Act }) {
  const { interaction, act } = props;
  const { id, media } = interaction;
  const subject = interaction.subject === '' ? desktop.noSubject : interaction.subject;
  const [open, setOpen] = useState<'workbin' | 'transfer'>();
  const close = (): void => setOpen(undefined);
  return (
    <>
      <Button
        data-shortcut="workbin"
        variant="default"
        leftSection={<IconInbox size={16} />}
        onClick={() => setOpen('workbin')}
      >
        {t.put}
      </Button>
      <Button
        data-shortcut="transfer"
        variant="default"
        leftSection={<IconArrowsExchange size={16} />}
        onClick={() => setOpen('transfer')}
      >
        {t.transfer}
      </Button>
      <WorkbinDialog isOpen={open === 'workbin'} id={id} subject={subject} act={act} onClose={close} />
      <TransferDialog isOpen={open === 'transfer'} id={id} media={media} subject={subject} act={act} onClose={close} />
    </>
  );
}
