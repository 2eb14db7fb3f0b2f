import type { z } from 'zod';
import { acknowledgementCall } from './acknowledgement/acknowledgement.ts';
import { autoresponseCall } from './autoresponse/autoresponse.ts';
import { classifyCall } from './classify/classify.ts';
import { createEmailOutCall } from './create-email-out/create-email-out.ts';
import { queueInteractionCall } from './queue-interaction/queue-interaction.ts';
import { routeInteractionCall } from './route-interaction/route-interaction.ts';
import { screenCall } from './screen/screen.ts';
import { sendEmailCall } from './send-email/send-email.ts';
import { stopInteractionCall } from './stop-interaction/stop-interaction.ts';
import { waitCall } from './wait/wait.ts';

/** Every host call of the language, in one tuple: the runtime has one handler for each, scripts one method. */
export const hostCalls = [
  acknowledgementCall,
  autoresponseCall,
  classifyCall,
  createEmailOutCall,
  queueInteractionCall,
  routeInteractionCall,
  screenCall,
  sendEmailCall,
  stopInteractionCall,
  waitCall,
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
