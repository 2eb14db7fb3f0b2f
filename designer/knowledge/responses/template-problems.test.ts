import { describe, expect, it } from 'vitest';
import { lineAndCharacter, readHtmlTemplate, readTemplate } from './template-problems.ts';

describe('readTemplate', () => {
  it('marks every field code', () => {
    const { marks, problems } = readTemplate('Dear <$Contact.FirstName$>,\n<$Interaction.Subject$>');

    expect(problems).toEqual([]);
    expect(marks).toEqual([
      { kind: 'code', at: 5, length: 21 },
      { kind: 'code', at: 28, length: 23 },
    ]);
  });

  it('tells at which character a field code is wrong', () => {
    const text = 'Hello\n<$Left("a"$>';
    const { problems } = readTemplate(text);

    expect(problems).toHaveLength(1);
    expect(lineAndCharacter(text, problems[0]?.at ?? 0).line).toBe(2);
  });

  it('marks a code that is not closed to the end of its line', () => {
    const { problems } = readTemplate('Dear <$Contact.FirstName\nBye');

    expect(problems).toMatchObject([{ at: 5, length: 19 }]);
  });
});

describe('readHtmlTemplate', () => {
  it('names the code as people wrote it, although the editor wrote entities', () => {
    expect(readHtmlTemplate('<p>&lt;$Nothing($&gt;</p>')).toMatchObject([{ code: '<$Nothing($>' }]);
  });

  it('finds nothing wrong with a code that entities were written for', () => {
    expect(readHtmlTemplate('<p>&lt;$Interaction.AttachedData(&quot;CaseId&quot;)$&gt;</p>')).toEqual([]);
  });
});
