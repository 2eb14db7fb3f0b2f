import { describe, expect, it } from 'vitest';
import { replyText } from './reply-text.ts';

describe('replyText', () => {
  it('keeps the reply and leaves out quote and signature', () => {
    const text =
      'Yes, please.\n\n-- \nAda\n\nOn Tue, Jul 1, 2025 at 10:52 AM, Bob <bob@example.com> wrote:\n> Shall we?\n';

    expect(replyText(text)).toBe('Yes, please.');
  });

  it('keeps a paragraph written as one long line', () => {
    const long = 'word '.repeat(200).trim();

    expect(replyText(`${long}\n\nOn Tue, Jul 1, 2025, Bob <bob@example.com> wrote:\n> Hi`)).toBe(long);
  });

  it('shows a mail that is nothing but a quote', () => {
    expect(replyText('> only this')).toBe('> only this');
  });

  it('ends on text that makes the patterns backtrack', () => {
    const hostile = `Op ${'a schreef '.repeat(30)}\n`.repeat(300);

    expect(replyText(hostile).length).toBeGreaterThan(0);
  });
});
