import type { z } from 'zod';
import { acknowledgementCall } from './acknowledgement/acknowledgement.ts';
import { autoresponseCall } from './autoresponse/autoresponse.ts';
import { businessHoursCall } from './business-hours/business-hours.ts';
import { classifyCall } from './classify/classify.ts';
import { createEmailOutCall } from './create-email-out/create-email-out.ts';
import { externalServiceCall } from './external-service/external-service.ts';
import { httpRequestCall } from './http-request/http-request.ts';
import { listLookupCall } from './list-lookup/list-lookup.ts';
import { queueInteractionCall } from './queue-interaction/queue-interaction.ts';
import { routeInteractionCall } from './route-interaction/route-interaction.ts';
import { screenCall } from './screen/screen.ts';
import { sendEmailCall } from './send-email/send-email.ts';
import { sqlQueryCall } from './sql-query/sql-query.ts';
import { stopInteractionCall } from './stop-interaction/stop-interaction.ts';
import { waitCall } from './wait/wait.ts';
import { workbinCall } from './workbin/workbin.ts';
import { chatMessageCall } from './chat-message/chat-message.ts';
import { chatTranscriptCall } from './chat-transcript/chat-transcript.ts';
import { createInteractionCall } from './create-interaction/create-interaction.ts';
import { createNotificationCall } from './create-notification/create-notification.ts';
import { createSmsOutCall } from './create-sms-out/create-sms-out.ts';
import { findInteractionsCall } from './find-interactions/find-interactions.ts';
import { forwardEmailCall } from './forward-email/forward-email.ts';
import { identifyContactCall } from './identify-contact/identify-contact.ts';
import { multiscreenCall } from './multiscreen/multiscreen.ts';
import { redirectEmailCall } from './redirect-email/redirect-email.ts';
import { renderContentCall } from './render-content/render-content.ts';
import { replyFromExternalResourceCall } from './reply-from-external-resource/reply-from-external-resource.ts';
import { sendOutCall } from './send-out/send-out.ts';
import { sendSmsOutCall } from './send-sms-out/send-sms-out.ts';
import { submitNewInteractionCall } from './submit-new-interaction/submit-new-interaction.ts';
import { updateContactCall } from './update-contact/update-contact.ts';
import { updateInteractionsCall } from './update-interactions/update-interactions.ts';
import { defaultRouteCall } from './default-route/default-route.ts';
import { loadBalancingCall } from './load-balancing/load-balancing.ts';
import { forceRouteCall } from './force-route/force-route.ts';
import { serviceLevelCall } from './service-level/service-level.ts';
import { statisticsCall } from './statistics/statistics.ts';
import { percentageCall } from './percentage/percentage.ts';
import { routingRuleCall } from './routing-rule/routing-rule.ts';

/** Every host call of the language, in one tuple: the runtime has one handler for each, scripts one method. */
export const hostCalls = [
  acknowledgementCall,
  autoresponseCall,
  businessHoursCall,
  chatMessageCall,
  chatTranscriptCall,
  classifyCall,
  createEmailOutCall,
  createInteractionCall,
  createNotificationCall,
  createSmsOutCall,
  defaultRouteCall,
  externalServiceCall,
  findInteractionsCall,
  forceRouteCall,
  forwardEmailCall,
  httpRequestCall,
  identifyContactCall,
  listLookupCall,
  loadBalancingCall,
  multiscreenCall,
  percentageCall,
  queueInteractionCall,
  redirectEmailCall,
  renderContentCall,
  replyFromExternalResourceCall,
  routeInteractionCall,
  routingRuleCall,
  screenCall,
  sendEmailCall,
  sendOutCall,
  sendSmsOutCall,
  serviceLevelCall,
  sqlQueryCall,
  statisticsCall,
  stopInteractionCall,
  submitNewInteractionCall,
  updateContactCall,
  updateInteractionsCall,
  waitCall,
  workbinCall,
] as const;

type AnyCall = (typeof hostCalls)[number];

/** Name of a host call. */
export type CallName = AnyCall['name'];

/** The contract of one host call. */
type CallOf<Name extends CallName> = Extract<AnyCall, { readonly name: Name }>;

/** What a host call is asked with: plain values, expressions already evaluated. */
export type ParamsOf<Name extends CallName> = z.output<CallOf<Name>['params']>;

/** What a host call answers. */
export type ResultOf<Name extends CallName> = z.output<CallOf<Name>['result']>;

const byName: ReadonlyMap<string, AnyCall> = new Map(hostCalls.map((call) => [call.name, call]));

/** The contract of a host call, or undefined for an unknown name. */
export function hostCallByName(name: string): AnyCall | undefined {
  return byName.get(name);
}

/** A host call's name as scripts write it: `queue-interaction` is `calls.queueInteraction`. */
export function scriptNameOf(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
