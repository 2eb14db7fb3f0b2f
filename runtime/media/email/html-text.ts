import { compile } from 'html-to-text';
import { nestsTooDeep } from './nests-too-deep.ts';
import { withinTime } from './within-time.ts';

// the size of a long newsletter; what is beyond it is cut
const maxLength = 1024 * 1024;
const limitMs = 1000;

// what mail programs put around the mail that is answered, and around the line above it
const quotes = [
  '.gmail_attr',
  '.moz-cite-prefix',
  '.yahoo_quoted',
  '.protonmail_quote',
  '.tutanota_quote',
  '.zmail_extra',
  '.ms-outlook-mobile-reference-message',
];

const convert = compile({
  wordwrap: false,
  limits: { maxInputLength: maxLength, maxDepth: 200, ellipsis: '…' },
  selectors: [
    { selector: 'img', format: 'skip' },
    // people indent with it too, and Gmail says so
    { selector: 'blockquote[style*="border:none"]', format: 'block' },
    ...quotes.map((selector) => ({ selector, format: 'blockquote' })),
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, ignoreHref: false } },
    { selector: 'h1', options: { uppercase: false } },
    { selector: 'h2', options: { uppercase: false } },
    { selector: 'h3', options: { uppercase: false } },
    { selector: 'table', options: { uppercaseHeaderCells: false } },
  ],
});

/** The text of an HTML mail, as a person would read it; quotes begin their lines with `>`, as they do in plain text. Never throws, and gives up after a second on hostile markup. */
export function htmlText(html: string): string {
  const input = html.slice(0, maxLength);
  if (nestsTooDeep(input)) return withoutTags(input).trim();
  return withinTime(
    limitMs,
    () => convert(input),
    () => withoutTags(input),
  ).trim();
}

function withoutTags(html: string): string {
  return html.replace(/<[^<>]*>/g, ' ').replace(/[ \t]+/g, ' ');
}
