import { newId } from '../../store/new-id.ts';
import type { HostCallHandler } from './handler.ts';

/** Puts the current outbound mail into the outbox under a key of this run and step; the sender's answer resumes the run. */
export const sendEmail: HostCallHandler<'send-email'> = (_, { run, call, now }) => {
  const { interaction, changes } = run;
  if (interaction.media !== 'email' || interaction.type !== 'Outbound') {
    return {
      error: {
        code: 'mail/not-outbound',
        message: `Send E-mail works on outbound e-mail; this is ${interaction.type} ${interaction.media}.`,
      },
    };
  }
  changes.add('outbox', {
    id: newId(),
    tenant_id: run.tenantId,
    key: `${run.id}:${call.seq}`,
    kind: 'mail',
    interaction_id: interaction.id,
    run_id: run.id,
    seq: call.seq,
    state: 'pending',
    payload: {},
    attempts: 0,
    next_at: now,
    created_at: now,
  });
  changes.sends = true;
  return { wait: true };
};
