import type { z } from 'zod';
import type { Block } from '../block/block.ts';
import { acknowledgement } from './acknowledgement/acknowledgement.ts';
import { assign } from './assign/assign.ts';
import { attachData } from './attach-data/attach-data.ts';
import { autoresponse } from './autoresponse/autoresponse.ts';
import { callSubroutine } from './call-subroutine/call-subroutine.ts';
import { classify } from './classify/classify.ts';
import { createEmailOut } from './create-email-out/create-email-out.ts';
import { entry } from './entry/entry.ts';
import { exit } from './exit/exit.ts';
import { genericSegmentation } from './generic-segmentation/generic-segmentation.ts';
import { ifBlock } from './if/if.ts';
import { queueInteraction } from './queue-interaction/queue-interaction.ts';
import { routeInteraction } from './route-interaction/route-interaction.ts';
import { screen } from './screen/screen.ts';
import { script } from './script/script.ts';
import { sendEmail } from './send-email/send-email.ts';
import { stopInteraction } from './stop-interaction/stop-interaction.ts';
import { wait } from './wait/wait.ts';

/** Every block of the language, in the order the palette shows them. Adding a block is its folder and a line here. */
export const blocks = [
  entry,
  exit,
  callSubroutine,
  wait,
  ifBlock,
  genericSegmentation,
  assign,
  attachData,
  script,
  screen,
  classify,
  acknowledgement,
  autoresponse,
  createEmailOut,
  sendEmail,
  routeInteraction,
  queueInteraction,
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
