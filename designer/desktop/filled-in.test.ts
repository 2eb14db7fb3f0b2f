import { describe, expect, it } from 'vitest';
import { markFilledIn } from './filled-in.ts';

describe('markFilledIn', () => {
  it('marks what field codes gave', () => {
    expect(markFilledIn('<p>Dear <$Contact.FirstName$>,</p>', '<p>Dear Anna,</p>')).toBe(
      '<p>Dear <span data-filled="">Anna</span>,</p>',
    );
  });

  it('marks the last text too, and two that touch as one', () => {
    expect(markFilledIn('Yours <$Agent.FirstName$><$Agent.LastName$>', 'Yours BoBerg')).toBe(
      'Yours <span data-filled="">BoBerg</span>',
    );
  });

  it('finds the end of the last text even where what follows stands inside it', () => {
    expect(markFilledIn('Dear <$Contact.FullName$>,\n<$Agent.Signature$>\n', 'Dear Anna,\nBo\nABC\n')).toBe(
      'Dear <span data-filled="">Anna</span>,\nBo\nABC\n',
    );
  });

  it('leaves alone what stands inside a tag and what was left empty', () => {
    const template = '<a href="https://example.org/<$Interaction.Id$>">see</a> <$Contact.Title$>';
    expect(markFilledIn(template, '<a href="https://example.org/7">see</a> ')).toBe(
      '<a href="https://example.org/7">see</a> ',
    );
  });

  it('gives the text back unmarked where it does not fit its template', () => {
    expect(markFilledIn('Dear <$Contact.FirstName$>,', 'Hello Anna,')).toBe('Hello Anna,');
  });
});
