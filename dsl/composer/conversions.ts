import { convertAssign } from './blocks/assign.ts';
import { convertBranching } from './blocks/branching.ts';
import { convertEcmaScript } from './blocks/ecma-script.ts';
import { convertDatabase } from './blocks/database.ts';
import { convertIdentifyContact, convertUpdateContact } from './blocks/contact.ts';
import {
  convertCreateEmail,
  convertCreateSms,
  convertEmailResponse,
  convertNotification,
  convertRenderMessage,
  convertSendEmail,
  convertSendSms,
} from './blocks/email.ts';
import { convertClassify, convertScreen } from './blocks/knowledge.ts';
import { convertLog } from './blocks/log.ts';
import {
  convertFindInteractions,
  convertNewInteraction,
  convertUpdateInteractions,
} from './blocks/other-interactions.ts';
import { convertChatTranscript, convertEmailForward } from './blocks/pass-on.ts';
import { convertAttachCategories, convertExternalService } from './blocks/services.ts';
import { callingKinds, convertPlayApplication, convertSubroutine } from './blocks/subroutine.ts';
import { convertForceRoute, convertRoutingRule, convertTarget } from './blocks/target.ts';
import { convertUserData } from './blocks/user-data.ts';
import { convertWait } from './blocks/wait.ts';
import { convertWebRequest } from './blocks/web-request.ts';
import { convertDisconnect, convertExit, convertQueue, convertStop } from './blocks/ways-out.ts';
import type { Convert } from './conversion.ts';
import { placeholder } from './placeholder.ts';

const byKind: Readonly<Record<string, Convert>> = {
  assign: convertAssign,
  attachcategories: convertAttachCategories,
  branching: convertBranching,
  chattranscript: convertChatTranscript,
  classify: convertClassify,
  classifyinteraction: convertClassify,
  createemail: convertCreateEmail,
  createinteraction: convertNewInteraction,
  createnotification: convertNotification,
  createsms: convertCreateSms,
  createsmsout: convertCreateSms,
  database: convertDatabase,
  dbdata: convertDatabase,
  disconnect: convertDisconnect,
  ecmascript: convertEcmaScript,
  emailacknowledgement: convertEmailResponse,
  emailautoresponse: convertEmailResponse,
  emailforward: convertEmailForward,
  emailredirect: convertEmailForward,
  emailresponse: convertEmailResponse,
  esp: convertExternalService,
  exit: convertExit,
  externalservice: convertExternalService,
  findinteraction: convertFindInteractions,
  findinteractions: convertFindInteractions,
  forceroute: convertForceRoute,
  forwardemail: convertEmailForward,
  httprest: convertWebRequest,
  identifycontact: convertIdentifyContact,
  identifycustomer: convertIdentifyContact,
  log: convertLog,
  notification: convertNotification,
  playapplication: convertPlayApplication,
  queueinteraction: convertQueue,
  rendercontent: convertRenderMessage,
  rendermessage: convertRenderMessage,
  rendermessagecontent: convertRenderMessage,
  routeinteraction: convertTarget,
  routerule: convertRoutingRule,
  routingrule: convertRoutingRule,
  screeninteraction: convertScreen,
  sendemail: convertSendEmail,
  sendemailout: convertSendEmail,
  sendsms: convertSendSms,
  sendsmsout: convertSendSms,
  stop: convertStop,
  stopinteraction: convertStop,
  submitinteraction: convertNewInteraction,
  submitnewinteraction: convertNewInteraction,
  target: convertTarget,
  updatecontact: convertUpdateContact,
  updatecustomer: convertUpdateContact,
  updateinteraction: convertUpdateInteractions,
  updateinteractions: convertUpdateInteractions,
  userdata: convertUserData,
  wait: convertWait,
  webrequest: convertWebRequest,
  webservice: convertWebRequest,
};

/** Kinds of blocks that have a conversion of their own. */
export const conversionKinds: readonly string[] = Object.keys(byKind);

const voice =
  /^(?:play|userinput|usertreatment|ivr|record|menu|prompt|input|grammar|transfer|callinfo|singlesession|make|cancelcall|consult|conference|mute)/;

/** How blocks of a kind are turned into ours; kinds nobody knows, of any version, become placeholders. */
export function conversionFor(kind: string): Convert {
  if (callingKinds.has(kind)) return convertSubroutine;
  const known = Object.hasOwn(byKind, kind) ? byKind[kind] : undefined;
  if (known !== undefined) return known;
  return (block) => placeholder(block, [reasonFor(kind)]);
}

function reasonFor(kind: string): string {
  if (kind === 'wholefile') return 'The file could not be read block by block; what it says is kept.';
  if (kind.startsWith('scxml')) return 'It is a state of a state machine written by hand; what it does is kept.';
  if (kind.endsWith('parallel'))
    return 'Branches here are taken one at a time: the first one goes on, the others hang on exits of their own.';
  if (/rule/.test(kind))
    return 'It asks a rules engine of the old platform; what it hands over and takes back is kept.';
  if (/customer|service|task|state|context/.test(kind))
    return 'It keeps a customer profile or a service state of the old platform, which has no counterpart.';
  return voice.test(kind)
    ? 'It is about the voice of a call, which has no counterpart for interactions without one.'
    : 'There is no block here that does this.';
}
