import { convertAssign } from './blocks/assign.ts';
import { convertBranching } from './blocks/branching.ts';
import { convertEcmaScript } from './blocks/ecma-script.ts';
import { convertIdentifyContact } from './blocks/contact.ts';
import { convertCreateEmail, convertEmailResponse, convertSendEmail } from './blocks/email.ts';
import { convertClassify, convertScreen } from './blocks/knowledge.ts';
import { convertLog } from './blocks/log.ts';
import { convertChatTranscript, convertEmailForward, convertSendSms } from './blocks/pass-on.ts';
import { callingKinds, convertPlayApplication, convertSubroutine } from './blocks/subroutine.ts';
import { convertTarget } from './blocks/target.ts';
import { convertUserData } from './blocks/user-data.ts';
import { convertWait } from './blocks/wait.ts';
import { convertWebRequest } from './blocks/web-request.ts';
import { convertDisconnect, convertExit, convertQueue, convertStop } from './blocks/ways-out.ts';
import type { Convert } from './conversion.ts';
import { placeholder } from './placeholder.ts';

const byKind: Readonly<Record<string, Convert>> = {
  assign: convertAssign,
  branching: convertBranching,
  chattranscript: convertChatTranscript,
  classify: convertClassify,
  classifyinteraction: convertClassify,
  createemail: convertCreateEmail,
  disconnect: convertDisconnect,
  ecmascript: convertEcmaScript,
  emailresponse: convertEmailResponse,
  emailacknowledgement: convertEmailResponse,
  emailautoresponse: convertEmailResponse,
  emailforward: convertEmailForward,
  emailredirect: convertEmailForward,
  exit: convertExit,
  forwardemail: convertEmailForward,
  httprest: convertWebRequest,
  identifycontact: convertIdentifyContact,
  identifycustomer: convertIdentifyContact,
  log: convertLog,
  playapplication: convertPlayApplication,
  queueinteraction: convertQueue,
  routeinteraction: convertTarget,
  screeninteraction: convertScreen,
  sendemail: convertSendEmail,
  sendsms: convertSendSms,
  stopinteraction: convertStop,
  target: convertTarget,
  userdata: convertUserData,
  wait: convertWait,
  webrequest: convertWebRequest,
};

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
  return voice.test(kind)
    ? 'It is about the voice of a call, which has no counterpart for interactions without one.'
    : 'There is no block here that does this.';
}
