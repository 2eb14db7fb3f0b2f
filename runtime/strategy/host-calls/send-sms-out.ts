import { addToOutbox } from './add-to-outbox.ts';
import type { HostCallHandler } from './handler.ts';

/** Hands the current outbound SMS to the SMS Server. */
export const sendSmsOut: HostCallHandler<'send-sms-out'> = (_, context) => {
  const { interaction, changes, tenantId } = context.run;
  if (interaction.media !== 'sms' || interaction.type !== 'Outbound') {
    const message = `Send SMS Out works on an outbound SMS; this is ${interaction.type} ${interaction.media}.`;
    return { error: { code: 'sms/not-outbound', message } };
  }
  changes.signals.push({ kind: 'sms', tenantId });
  return addToOutbox('sms', context);
};
