import { describe, expect, it } from 'vitest';
import { htmlText } from './html-text.ts';

describe('htmlText', () => {
  it('reads as a person would', () => {
    const html =
      '<h1>Order</h1><p>Dear&nbsp;Ada,</p><ul><li>one</li><li>two</li></ul><a href="https://example.com">here</a><img src="x">';

    expect(htmlText(html)).toBe('Order\n\nDear\u00a0Ada,\n\n * one\n * two\n\nhere [https://example.com]');
  });

  it('leaves scripts and styles out', () => {
    expect(htmlText('<style>p{}</style><script>x()</script><p>Hi</p>')).toBe('Hi');
  });

  it.each([
    [
      'Gmail',
      '<div>Danke!</div><div class="gmail_quote"><div class="gmail_attr">Bob hat geschrieben<br></div><blockquote class="gmail_quote">Passt es?</blockquote></div>',
      'Danke!\n\n> Bob hat geschrieben\n\n> Passt es?',
    ],
    [
      'Yahoo',
      '<p>Sí</p><div class="yahoo_quoted">El martes Bob:<p>¿Vale?</p></div>',
      'Sí\n\n> El martes Bob:\n> \n> ¿Vale?',
    ],
    [
      'Thunderbird',
      '<p>Ano</p><div class="moz-cite-prefix">Bob:</div><blockquote>Ahoj</blockquote>',
      'Ano\n\n> Bob:\n\n> Ahoj',
    ],
    ['a person who indents', '<p>a</p><blockquote style="margin:0 0 0 40px;border:none">b</blockquote>', 'a\n\nb'],
  ])('marks what is quoted as %s has it', (_program, html, text) => {
    expect(htmlText(html)).toBe(text);
  });

  it.each([
    ['nested elements', '<b>'.repeat(200_000)],
    ['open brackets', '<'.repeat(500_000)],
    ['tables', '<table><tr><td>'.repeat(50_000)],
  ])('ends on very many %s', (_what, html) => {
    expect(htmlText(`${html}text`)).toBeTypeOf('string');
  });
});
