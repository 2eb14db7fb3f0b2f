import type { z } from 'zod';
import type { Block } from '../block/block.ts';
import { acknowledgement } from './acknowledgement/acknowledgement.ts';
import { assign } from './assign/assign.ts';
import { attachData } from './attach-data/attach-data.ts';
import { autoresponse } from './autoresponse/autoresponse.ts';
import { businessAttributeSegmentation } from './business-attribute-segmentation/business-attribute-segmentation.ts';
import { businessHours } from './business-hours/business-hours.ts';
import { callSubroutine } from './call-subroutine/call-subroutine.ts';
import { classificationSegmentation } from './classification-segmentation/classification-segmentation.ts';
import { classify } from './classify/classify.ts';
import { createEmailOut } from './create-email-out/create-email-out.ts';
import { dateSegmentation } from './date-segmentation/date-segmentation.ts';
import { dayOfWeekSegmentation } from './day-of-week-segmentation/day-of-week-segmentation.ts';
import { entry } from './entry/entry.ts';
import { errorSegmentation } from './error-segmentation/error-segmentation.ts';
import { exit } from './exit/exit.ts';
import { externalService } from './external-service/external-service.ts';
import { functionBlock } from './function/function.ts';
import { genericSegmentation } from './generic-segmentation/generic-segmentation.ts';
import { httpRequest } from './http-request/http-request.ts';
import { ifBlock } from './if/if.ts';
import { languageSegmentation } from './language-segmentation/language-segmentation.ts';
import { listLookup } from './list-lookup/list-lookup.ts';
import { macro } from './macro/macro.ts';
import { mediaTypeSegmentation } from './media-type-segmentation/media-type-segmentation.ts';
import { queueInteraction } from './queue-interaction/queue-interaction.ts';
import { routeInteraction } from './route-interaction/route-interaction.ts';
import { screen } from './screen/screen.ts';
import { script } from './script/script.ts';
import { sendEmail } from './send-email/send-email.ts';
import { sqlQuery } from './sql-query/sql-query.ts';
import { stopInteraction } from './stop-interaction/stop-interaction.ts';
import { timeOfDaySegmentation } from './time-of-day-segmentation/time-of-day-segmentation.ts';
import { wait } from './wait/wait.ts';
import { workbin } from './workbin/workbin.ts';
import { attachCategories } from './attach-categories/attach-categories.ts';
import { chatMessage } from './chat-message/chat-message.ts';
import { chatTranscript } from './chat-transcript/chat-transcript.ts';
import { createInteraction } from './create-interaction/create-interaction.ts';
import { createNotification } from './create-notification/create-notification.ts';
import { createSmsOut } from './create-sms-out/create-sms-out.ts';
import { findInteractions } from './find-interactions/find-interactions.ts';
import { forwardEmail } from './forward-email/forward-email.ts';
import { identifyContact } from './identify-contact/identify-contact.ts';
import { multiscreen } from './multiscreen/multiscreen.ts';
import { redirectEmail } from './redirect-email/redirect-email.ts';
import { renderContent } from './render-content/render-content.ts';
import { replyFromExternalResource } from './reply-from-external-resource/reply-from-external-resource.ts';
import { sendOut } from './send-out/send-out.ts';
import { sendSmsOut } from './send-sms-out/send-sms-out.ts';
import { submitNewInteraction } from './submit-new-interaction/submit-new-interaction.ts';
import { updateContact } from './update-contact/update-contact.ts';
import { updateInteractions } from './update-interactions/update-interactions.ts';
import { switchToStrategy } from './switch-to-strategy/switch-to-strategy.ts';
import { defaultRoute } from './default-route/default-route.ts';
import { loadBalancing } from './load-balancing/load-balancing.ts';
import { forceRoute } from './force-route/force-route.ts';
import { serviceLevel } from './service-level/service-level.ts';
import { statistics } from './statistics/statistics.ts';
import { percentage } from './percentage/percentage.ts';
import { routingRule } from './routing-rule/routing-rule.ts';

/** Every block of the language, in the order the palette shows them. Adding a block is its folder and a line here. */
export const blocks = [
  entry,
  exit,
  callSubroutine,
  switchToStrategy,
  wait,
  ifBlock,
  genericSegmentation,
  businessAttributeSegmentation,
  classificationSegmentation,
  mediaTypeSegmentation,
  languageSegmentation,
  dateSegmentation,
  dayOfWeekSegmentation,
  timeOfDaySegmentation,
  businessHours,
  errorSegmentation,
  assign,
  attachData,
  functionBlock,
  macro,
  listLookup,
  httpRequest,
  sqlQuery,
  externalService,
  identifyContact,
  updateContact,
  findInteractions,
  updateInteractions,
  createInteraction,
  submitNewInteraction,
  script,
  screen,
  multiscreen,
  classify,
  attachCategories,
  renderContent,
  acknowledgement,
  autoresponse,
  createEmailOut,
  createNotification,
  forwardEmail,
  redirectEmail,
  replyFromExternalResource,
  sendEmail,
  chatMessage,
  chatTranscript,
  createSmsOut,
  sendSmsOut,
  sendOut,
  routeInteraction,
  percentage,
  statistics,
  serviceLevel,
  loadBalancing,
  routingRule,
  forceRoute,
  defaultRoute,
  queueInteraction,
  workbin,
  stopInteraction,
] as const;

type AnyBlock = (typeof blocks)[number];

/** Type of a block, as documents write it. */
export type BlockType = AnyBlock['type'];

/** Settings of a block, defaults filled in. */
export type ConfigOf<Type extends BlockType> = z.output<Extract<AnyBlock, { readonly type: Type }>['config']>;

const byType: ReadonlyMap<string, Block> = new Map(
  // settings are read by the block's own schema before they reach its methods, so one signature serves for all
  blocks.map((block) => [block.type, block as unknown as Block]),
);

/** The block of a type, or undefined for a type the language does not have. */
export function blockByType(type: string): Block | undefined {
  return byType.get(type);
}
