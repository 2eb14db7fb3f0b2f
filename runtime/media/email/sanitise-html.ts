import sanitizeHtml from 'sanitize-html';
import { htmlText } from './html-text.ts';
import { nestsTooDeep } from './nests-too-deep.ts';
import { withinTime } from './within-time.ts';

/** How to show the HTML of a mail. */
export interface SanitiseOptions {
  /** Loads pictures from the senders' servers, which tells them that the mail was read. Off unless a person asks. */
  readonly showRemoteImages?: boolean;
  /** Where a picture that came with the mail is found, by its Content-ID; undefined leaves it out. */
  readonly cidUrl?: (contentId: string) => string | undefined;
}

/** HTML that is safe to put into a page of ours. */
export interface SanitisedHtml {
  readonly html: string;
  /** Pictures on other servers: shown if that was asked for, else with their address in `data-remote-src`. */
  readonly remoteImages: number;
}

const limitMs = 1500;

// newsletters nest some sixty tables; markup nested deeper is flattened
const maxDepth = 200;

const textTags = [
  'b',
  'strong',
  'i',
  'em',
  'u',
  's',
  'strike',
  'del',
  'ins',
  'sub',
  'sup',
  'small',
  'big',
  'code',
  'kbd',
];
const blockTags = [
  'p',
  'div',
  'span',
  'font',
  'center',
  'br',
  'hr',
  'pre',
  'blockquote',
  'address',
  'section',
  'article',
];
const headingTags = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'footer', 'q', 'cite', 'abbr', 'mark', 'wbr'];
const listTags = ['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'figure', 'figcaption'];
const tableTags = ['table', 'caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th'];

// with these their text goes too: it is no text of the mail
const unreadTags = [
  'script',
  'style',
  'title',
  'textarea',
  'select',
  'option',
  'noscript',
  'template',
  'iframe',
  'object',
  'svg',
  'math',
  'xmp',
  'noembed',
  'noframes',
  'audio',
  'video',
  'canvas',
];

const cellAttributes = ['colspan', 'rowspan', 'width', 'height', 'nowrap'];

// no parenthesis but of colours, no backslash, no at: nothing that could fetch, move or run
const plainValue = [/^(?:[-\w\s#%.,'"!]|(?:rgba?|hsla?)\([\d\s,.%/]*\))*$/i];
const styles = [
  'color',
  'background',
  'background-color',
  'border',
  'border-top',
  'border-right',
  'border-bottom',
  'border-left',
  'border-color',
  'border-style',
  'border-width',
  'border-collapse',
  'border-radius',
  'border-spacing',
  'font',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'letter-spacing',
  'line-height',
  'list-style-type',
  'margin',
  'margin-top',
  'margin-right',
  'margin-bottom',
  'margin-left',
  'max-width',
  'min-width',
  'padding',
  'padding-top',
  'padding-right',
  'padding-bottom',
  'padding-left',
  'text-align',
  'text-decoration',
  'text-indent',
  'text-transform',
  'vertical-align',
  'white-space',
  'width',
  'height',
  'word-break',
];

const allowed: sanitizeHtml.IOptions = {
  allowedTags: ['a', 'img', ...textTags, ...blockTags, ...headingTags, ...listTags, ...tableTags],
  allowedAttributes: {
    '*': ['style', 'dir', 'lang', 'align', 'valign', 'bgcolor', 'title'],
    a: ['href', 'target', 'rel'],
    img: ['src', 'data-remote-src', 'alt', 'width', 'height', 'loading', 'referrerpolicy'],
    font: ['color', 'face', 'size'],
    ol: ['start', 'type'],
    table: ['width', 'height', 'border', 'cellpadding', 'cellspacing'],
    col: ['span', 'width'],
    td: cellAttributes,
    th: cellAttributes,
  },
  allowedStyles: { '*': Object.fromEntries(styles.map((style) => [style, plainValue])) },
  // addresses are judged when links and pictures are rewritten; `data` is let through for pictures alone
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['http', 'https', 'data', 'blob'] },
  nonTextTags: unreadTags,
  nestingLimit: maxDepth,
  enforceHtmlBoundary: false,
};

/** HTML of a mail without scripts, forms, frames and anything that acts or loads by itself; never throws, ends in time;
 *  markup that defeats the parser is shown as its text. */
export function sanitiseHtml(html: string, options: SanitiseOptions = {}): SanitisedHtml {
  const asText = () => ({
    html: `<p style="white-space:pre-wrap">${escapeHtml(htmlText(html))}</p>`,
    remoteImages: 0,
  });
  return nestsTooDeep(html) ? asText() : withinTime(limitMs, () => sanitise(html, options), asText);
}

function sanitise(html: string, options: SanitiseOptions): SanitisedHtml {
  let remoteImages = 0;
  const sanitised = sanitizeHtml(html, {
    ...allowed,
    transformTags: {
      a: (tagName, attribs) => ({ tagName, attribs: safeLink(attribs) }),
      img: (tagName, attribs) => {
        const picture = safePicture(attribs, options);
        if (picture.remote) remoteImages += 1;
        return { tagName, attribs: picture.attribs };
      },
    },
  });
  return { html: sanitised, remoteImages };
}

/** A link opens elsewhere and tells nothing about where it was; a relative one would lead into our own application. */
function safeLink({ href = '', title, style }: sanitizeHtml.Attributes): sanitizeHtml.Attributes {
  const address = bareUrl(href);
  const kept = { ...(title && { title }), ...(style && { style }) };
  if (!/^(https?:|mailto:|tel:)/i.test(address)) return kept;
  return { ...kept, href: address, target: '_blank', rel: 'noopener noreferrer nofollow' };
}

function safePicture(attribs: sanitizeHtml.Attributes, { showRemoteImages, cidUrl }: SanitiseOptions) {
  const { src = '', alt, width, height, style, title } = attribs;
  const kept = {
    ...(alt && { alt }),
    ...(width && { width }),
    ...(height && { height }),
    ...(style && { style }),
    ...(title && { title }),
  };
  const address = bareUrl(src).replace(/^\/\//, 'https://');
  if (/^https?:/i.test(address)) {
    const shown = { src: address, referrerpolicy: 'no-referrer', loading: 'lazy' };
    return { remote: true, attribs: { ...kept, ...(showRemoteImages ? shown : { 'data-remote-src': address }) } };
  }
  const own = /^cid:/i.test(address) ? cidUrl?.(contentIdOf(address)) : undefined;
  const inline = /^data:image\/(png|gif|jpeg|webp);base64,[a-z\d+/=]*$/i.test(address) ? address : undefined;
  const found = own ?? inline;
  return { remote: false, attribs: { ...kept, ...(found !== undefined && { src: found }) } };
}

function contentIdOf(cid: string): string {
  const id = cid.slice(4).replace(/^<|>$/g, '');
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/** As a browser reads an address: without the control characters and white space that hide its scheme. */
function bareUrl(url: string): string {
  return url.replace(/[\p{Cc}\s]+/gu, '');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
