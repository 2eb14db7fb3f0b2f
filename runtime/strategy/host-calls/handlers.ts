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
import { chatTranscript } from './chat-transcript.ts';
import { createInteraction } from './create-interaction.ts';
import { createNotification } from './create-notification.ts';
import { createSmsOut } from './create-sms-out.ts';
import { findInteractions } from './find-interactions.ts';
import { forwardEmail } from './forward-email.ts';
import { identifyContact } from './identify-contact.ts';
import { multiscreen } from './multiscreen.ts';
import { redirectEmail } from './redirect-email.ts';
import { renderContent } from './render-content.ts';
import { replyFromExternalResource } from './reply-from-external-resource.ts';
import { sendSmsOut } from './send-sms-out.ts';
import { submitNewInteraction } from './submit-new-interaction.ts';
import { updateContact } from './update-contact.ts';
import { updateInteractions } from './update-interactions.ts';

/** The handler of every host call; one that is missing is a compile error. */
export const handlers: { readonly [Name in CallName]: HostCallHandler<Name> } = {
  acknowledgement,
  autoresponse,
  'chat-transcript': chatTranscript,
  classify,
  'create-email-out': createEmailOut,
  'create-interaction': createInteraction,
  'create-notification': createNotification,
  'create-sms-out': createSmsOut,
  'find-interactions': findInteractions,
  'forward-email': forwardEmail,
  'identify-contact': identifyContact,
  multiscreen,
  'queue-interaction': queueInteraction,
  'redirect-email': redirectEmail,
  'render-content': renderContent,
  'reply-from-external-resource': replyFromExternalResource,
  'route-interaction': routeInteraction,
  screen,
  'send-email': sendEmail,
  'send-sms-out': sendSmsOut,
  'stop-interaction': stopInteraction,
  'submit-new-interaction': submitNewInteraction,
  'update-contact': updateContact,
  'update-interactions': updateInteractions,
  wait,
};
