import { decodeBytes } from './decode-words.ts';
import { messageIds } from './message-ids.ts';
import { readAddress } from './read-addresses.ts';
import { firstHeader, type MailHead, readHeaders } from './read-headers.ts';
import type { ReportPart } from './report-parts.ts';

/** The mail a report is about, as far as the report gives it back. */
export interface EnclosedMail {
  readonly messageId: string | undefined;
  readonly from: string | undefined;
  /** A part of its own (RFC 3464 2, RFC 6522 3) rather than lines within the text. */
  readonly isPart: boolean;
}

const enclosed = /^(message\/(rfc822|global|partial)|(text|message)\/(rfc822|global)-headers?)$/;

// what only the header of a mail has, at the beginning of a line
const headerLine = /^(?:message-id|received|return-path|dkim-signature|mime-version):/im;

/** Finds the mail that a report gives back, as a part or within its text; undefined when there is none. */
export function enclosedMail(parts: readonly ReportPart[], head: MailHead): EnclosedMail | undefined {
  const part = parts.find(({ contentType }) => enclosed.test(contentType));
  if (part) return describe(readHeaders(part.body), true);
  // a mail that was put between the boundaries without a header of its own for the part
  const bare = parts.find((one) => one.head !== head && firstHeader(one.head.headers, 'received') !== undefined);
  if (bare) return describe(bare.head, true);
  for (const { contentType, body } of parts) {
    if (!/^(text\/plain|multipart\/|$)/.test(contentType)) continue;
    const text = decodeBytes(body);
    const line = headerLine.exec(text);
    if (line) return describe(readHeaders(Buffer.from(text.slice(blockStart(text, line.index)))), false);
  }
  return undefined;
}

/** Where the lines begin that stand together with the one at `index`. */
function blockStart(text: string, index: number): number {
  return Math.max(text.lastIndexOf('\n\n', index) + 2, text.lastIndexOf('\n\r\n', index) + 3, 0);
}

function describe({ headers }: MailHead, isPart: boolean): EnclosedMail {
  return {
    messageId: messageIds(firstHeader(headers, 'message-id'))[0],
    from: readAddress(headers, 'from')?.address,
    isPart,
  };
}
