import { addToOutbox } from './add-to-outbox.ts';
import type { HostCallHandler } from './handler.ts';

/** Hands the current outbound mail to the sender of mails. */
export const sendEmail: HostCallHandler<'send-email'> = (_, context) => {
  const { interaction, changes } = context.run;
  if (interaction.media !== 'email' || interaction.type !== 'Outbound') {
    const message = `Send E-mail works on outbound e-mail; this is ${interaction.type} ${interaction.media}.`;
    return { error: { code: 'mail/not-outbound', message } };
  }
  changes.sends = true;
  return addToOutbox('mail', context);
};
