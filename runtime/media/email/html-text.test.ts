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
    ['nested elements', '<b>'.repeat(200_000)],
    ['open brackets', '<'.repeat(500_000)],
    ['tables', '<table><tr><td>'.repeat(50_000)],
  ])('ends on very many %s', (_what, html) => {
    expect(htmlText(`${html}text`)).toBeTypeOf('string');
  });
});
