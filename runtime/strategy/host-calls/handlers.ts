import type { CallName } from '#dsl/blocks/host-calls.ts';
import { acknowledgement } from './acknowledgement.ts';
import { autoresponse } from './autoresponse.ts';
import { businessHours } from './business-hours.ts';
import { classify } from './classify.ts';
import { createEmailOut } from './create-email-out.ts';
import { externalService } from './external-service.ts';
import type { HostCallHandler } from './handler.ts';
import { httpRequest } from './http-request.ts';
import { listLookup } from './list-lookup.ts';
import { queueInteraction } from './queue-interaction.ts';
import { routeInteraction } from './route-interaction.ts';
import { screen } from './screen.ts';
import { sendEmail } from './send-email.ts';
import { sqlQuery } from './sql-query.ts';
import { stopInteraction } from './stop-interaction.ts';
import { wait } from './wait.ts';
import { workbin } from './workbin.ts';
import { chatMessage } from './chat-message.ts';
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
import { sendOut } from './send-out.ts';
import { sendSmsOut } from './send-sms-out.ts';
import { submitNewInteraction } from './submit-new-interaction.ts';
import { updateContact } from './update-contact.ts';
import { updateInteractions } from './update-interactions.ts';
import { defaultRoute } from './default-route.ts';
import { loadBalancing } from './load-balancing.ts';
import { forceRoute } from './force-route.ts';
import { serviceLevel } from './service-level.ts';
import { statistics } from './statistics.ts';
import { percentage } from './percentage.ts';
import { routingRule } from './routing-rule.ts';

/** The handler of every host call; one that is missing is a compile error. */
export const handlers: { readonly [Name in CallName]: HostCallHandler<Name> } = {
  acknowledgement,
  autoresponse,
  'business-hours': businessHours,
  'chat-message': chatMessage,
  'chat-transcript': chatTranscript,
  classify,
  'create-email-out': createEmailOut,
  'create-interaction': createInteraction,
  'create-notification': createNotification,
  'create-sms-out': createSmsOut,
  'default-route': defaultRoute,
  'external-service': externalService,
  'find-interactions': findInteractions,
  'force-route': forceRoute,
  'forward-email': forwardEmail,
  'http-request': httpRequest,
  'identify-contact': identifyContact,
  'list-lookup': listLookup,
  'load-balancing': loadBalancing,
  multiscreen,
  percentage,
  'queue-interaction': queueInteraction,
  'redirect-email': redirectEmail,
  'render-content': renderContent,
  'reply-from-external-resource': replyFromExternalResource,
  'route-interaction': routeInteraction,
  'routing-rule': routingRule,
  screen,
  'send-email': sendEmail,
  'send-out': sendOut,
  'send-sms-out': sendSmsOut,
  'service-level': serviceLevel,
  'sql-query': sqlQuery,
  statistics,
  'stop-interaction': stopInteraction,
  'submit-new-interaction': submitNewInteraction,
  'update-contact': updateContact,
  'update-interactions': updateInteractions,
  wait,
  workbin,
};
