import type { Right } from '#dsl/protocol/tokens.ts';
import { media } from '../kit/messages/en/media.ts';
import { people } from '../kit/messages/en/people.ts';
import { shell } from '../kit/messages/en/shell.ts';

/** What a right of a program is called. */
export function rightName(right: Right): string {
  return right === 'open-media' ? media.right : shell.role[right];
}

/** What a right of a program allows. */
export function rightHelp(right: Right): string {
  return right === 'open-media' ? media.rightHelp : people.roleHelp[right];
}
