import EmailReplyParser from 'email-reply-parser';
import { withinTime } from './within-time.ts';

// a reply is what a person typed; beyond this it is a document, and the patterns of the library would take too long
const maxLength = 100_000;
const limitMs = 300;

// neither a quote header nor a signature is longer, and the library's patterns are cubic in the length of a line
const longLine = 400;

// stands for a long line while the library looks at the rest: a private use character, which no mail has a use for
const mark = '\ue0f1';

const parser = new EmailReplyParser();

/** The text without the quotes and the signature below or between it; the whole text where that cannot be told. */
export function replyText(text: string): string {
  if (text.length > maxLength) return text;
  const kept: string[] = [];
  const shortened = text
    .split('\n')
    .map((line) => (line.length > longLine ? `${mark}${kept.push(line) - 1}${mark}` : line))
    .join('\n');
  const reply = withinTime(
    limitMs,
    () => parser.parseReply(shortened),
    () => shortened,
  );
  const whole = reply.replace(/\ue0f1(\d{1,6})\ue0f1/g, (_mark, index: string) => kept[Number(index)] ?? '');
  // a mail that is nothing but a quote is shown as it is rather than as nothing
  return whole.trim() === '' ? text.trim() : whole.trim();
}
