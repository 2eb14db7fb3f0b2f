const breaks = new Set(['P', 'DIV', 'LI', 'H1', 'H2', 'H3', 'H4', 'BLOCKQUOTE', 'UL', 'OL', 'PRE', 'HR']);

/** An HTML text from a plain one: a paragraph for each block of lines. */
export function htmlFromText(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((part) => `<p>${escapeHtml(part).replaceAll('\n', '<br>')}</p>`)
    .join('');
}

/** The plain text of an HTML one: paragraphs apart, list items under each other, addresses of links behind their text. */
export function textFromHtml(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return write(body)
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function write(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? '').replace(/\s+/g, ' ');
  const inner = [...node.childNodes].map(write).join('');
  if (!(node instanceof HTMLElement)) return inner;
  switch (node.tagName) {
    case 'BR':
      return '\n';
    case 'LI':
      return `${marker(node)} ${inner.trim()}\n`;
    case 'A': {
      const address = node.getAttribute('href') ?? '';
      return address === '' || address === inner.trim() ? inner : `${inner} (${address})`;
    }
    default:
      return breaks.has(node.tagName) ? `\n${inner.trim()}\n\n` : inner;
  }
}

function marker(item: HTMLElement): string {
  const { parentElement } = item;
  if (parentElement?.tagName !== 'OL') return '-';
  return `${[...parentElement.children].indexOf(item) + 1}.`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character] ?? character);
}
