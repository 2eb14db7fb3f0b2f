import DOMPurify from 'dompurify';
import type { InteractionDetail } from '#dsl/protocol/interactions.ts';
import { desktop as t } from '../kit/messages/en/desktop.ts';
import { addressText } from './mail-address.ts';
import { formatLocale } from '../kit/messages/format-locale.ts';

const whenFormat = new Intl.DateTimeFormat(formatLocale(), { dateStyle: 'long', timeStyle: 'short' });
const quoteStyle = 'margin:0 0 0 4px;padding-left:12px;border-left:2px solid #c3c9d3';

/**
 * The original message as HTML to stand below a reply: who wrote when, and the text, indented. Its pictures are left out,
 * since their addresses mean nothing to the customer's mail program.
 */
export function quoteOriginal(interaction: InteractionDetail): string {
  const { message, receivedAt } = interaction;
  if (message === null) return '';
  const who = message.from === null ? t.unknownSender : addressText(message.from);
  const intro = escapeHtml(t.quoteIntro(whenFormat.format(new Date(message.sentAt ?? receivedAt)), who));
  const body = message.html === null ? textAsHtml(message.text) : withoutPictures(message.html);
  return `<p>${intro}</p><blockquote style="${quoteStyle}">${body}</blockquote>`;
}

/** Plain text as HTML that looks the same. */
export function textAsHtml(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => escapeHtml(line))
    .join('<br>');
}

/** Text as it stands in HTML. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function withoutPictures(html: string): string {
  const fragment = DOMPurify.sanitize(html, { RETURN_DOM_FRAGMENT: true });
  for (const picture of fragment.querySelectorAll('img')) {
    picture.replaceWith(t.pictureLeftOut(picture.alt.trim()));
  }
  const holder = document.createElement('div');
  holder.append(fragment);
  return holder.innerHTML;
}
