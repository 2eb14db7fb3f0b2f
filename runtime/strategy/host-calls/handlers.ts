import type { CallName } from '#dsl/blocks/host-calls.ts';
import { acknowledgement } from './acknowledgement.ts';
import { autoresponse } from './autoresponse.ts';
import { classify } from './classify.ts';
import { createEmailOut } from './create-email-out.ts';
import type { HostCallHandler } from './handler.ts';
import { queueInteraction } from './queue-interaction.ts';
import { routeInteraction } from './route-interaction.ts';
import { screen } from './screen.ts';
import { sendEmail } from './send-email.ts';
import { stopInteraction } from './stop-interaction.ts';
import { wait } from './wait.ts';

/** The handler of every host call; one that is missing is a compile error. */
export const handlers: { readonly [Name in CallName]: HostCallHandler<Name> } = {
  acknowledgement,
  autoresponse,
  classify,
  'create-email-out': createEmailOut,
  'queue-interaction': queueInteraction,
  'route-interaction': routeInteraction,
  screen,
  'send-email': sendEmail,
  'stop-interaction': stopInteraction,
  wait,
};
