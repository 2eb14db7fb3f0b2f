import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldCodeCatalogue } from './field-code-catalogue.ts';
import type { FieldCodeObjects } from './field-code-value.ts';
import { parseTemplate } from './parse-template.ts';
import { type RenderedTemplate, type RenderOptions, renderTemplate } from './render-template.ts';

const objects: FieldCodeObjects = {
  Interaction: {
    Id: '0001',
    Subject: 'My "card" & I',
    DateCreated: new Date('2030-01-31T23:30:00Z'),
    AttachedData: { CaseId: 'C-17', Amount: '12.5', 'Two words': 'yes' },
  },
  Contact: { FirstName: 'Ada', LastName: 'Lovelace', EmailAddresses: ['a@example.com', 'b@example.com'], Tier: 'gold' },
  variables: { queueName: 'Inbound queue', position: 3 },
};
const options: RenderOptions = { locale: 'en-GB', timeZone: 'Europe/Vienna', now: new Date('2030-06-15T10:00:00Z') };

function render(text: string, given: Partial<RenderOptions> = {}): RenderedTemplate {
  const parsed = parseTemplate(text);
  if ('errors' in parsed) throw new Error(JSON.stringify(parsed.errors));
  return renderTemplate(parsed.template, objects, { ...options, ...given });
}

/** The text a formula gives, which must have no problem. */
function value(formula: string, given: Partial<RenderOptions> = {}): string {
  const { text, problems } = render(`<$${formula}$>`, given);
  expect(problems).toEqual([]);
  return text;
}

describe('renderTemplate', () => {
  test('fills in objects, attached data and custom variables', () => {
    expect(
      render('Dear <$Contact.FirstName$>, your case <$Interaction.AttachedData("CaseId")$> is number <$position$>.')
        .text,
    ).toBe('Dear Ada, your case C-17 is number 3.');
  });

  test('formats dates in the time zone and names in the language', () => {
    expect(value('Interaction.DateCreated:"yyyy-MM-dd"')).toBe('2030-02-01');
    expect(value("Interaction.DateCreated:\"EEEE, d. MMMM yyyy 'um' HH:mm 'o''clock'\"", { locale: 'de' })).toBe(
      "Freitag, 1. Februar 2030 um 00:30 o'clock",
    );
    expect(value('Interaction.DateCreated:"dd.MM.yy h:mm:ss Z"', { timeZone: 'UTC' })).toBe('31.01.30 11:30:00 +00:00');
  });

  test('formats numbers with the signs of the language', () => {
    expect([value('2:"#.##"'), value('1234.5:"#,##0.00"'), value('7:"000"'), value('0.256:"0.0%"')]).toEqual([
      '2.00',
      '1,234.50',
      '007',
      '25.6%',
    ]);
    expect([
      value('1234.5:"#,##0.00"', { locale: 'de' }),
      value('1.5', { locale: 'de' }),
      value('3:"EUR #.##"'),
    ]).toEqual(['1.234,50', '1,5', 'EUR 3.00']);
  });

  test('escapes what field codes give and leaves the text around them', () => {
    const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

    expect(render('<b>&</b><$Interaction.Subject$>', { escape }).text).toBe('<b>&</b>My &quot;card&quot; &amp; I');
  });

  test('reads field codes as a rich-text editor writes them', () => {
    expect(
      render(
        '<p>Dear &lt;$Contact.FirstName&nbsp;+ &quot; &amp; co&quot;$&gt;,</p>&lt;$If(1 &lt; 2, "a $> b", "c")$&gt;',
      ).text,
    ).toBe('<p>Dear Ada & co,</p>a $> b');
  });

  test.each([
    ['Hi <$Contract.Id$>!', 5, 'there is no object or variable "Contract"'],
    ['<$Agent.Signature$>', 2, 'there is no Agent here'],
    ['<$Contact.FistName$>', 10, 'Contact has no field "FistName"'],
    ['<$Contact$>', 2, 'this is an object'],
    ['<$Contact.FirstName.Length$>', 20, 'has no field "Length"'],
    ['<$Contact.EmailAddresses.Size$>', 25, 'a list has no "Size"'],
    ['<$1 + Contact.Title$>', 6, 'expected a number, found nothing'],
    ['<$"x" * 2$>', 2, 'expected a number, found "x"'],
    ['<$1 / 0$>', 4, 'division by zero'],
    ['<$"x":"#.##"$>', 5, 'neither a number nor a date'],
    ['<$WeekdayName("soon")$>', 14, 'expected a date'],
    ['<$DateAdd("fortnight", 1, Now())$>', 10, 'expected "year"'],
    ['<$Interaction.AttachedData(1)$>', 14, 'expected AttachedData("key")'],
    ['<$Date(999999, 1, 1)$>', 7, 'no such date'],
  ])('leaves nothing for %s and says why', (text, at, message) => {
    const rendered = render(text);

    expect(rendered.problems).toEqual([{ at, message: expect.stringContaining(message) }]);
    expect(rendered.text).toBe(text.replace(/<\$.*\$>/, ''));
  });

  test('takes what is known but empty for an empty text', () => {
    expect([value('Contact.Title'), value('Interaction.AttachedData("none")'), value('Contact.Title:"#.##"')]).toEqual([
      '',
      '',
      '',
    ]);
  });

  test('reads fields of the tenant, keys with spaces and names in any case', () => {
    expect([value('contact.tier'), value('Interaction.AttachedData("Two words")'), value('QUEUENAME')]).toEqual([
      'gold',
      'yes',
      'Inbound queue',
    ]);
  });

  test('walks lists', () => {
    expect(value('Contact.EmailAddresses.Count')).toBe('2');
    expect(value('Contact.EmailAddresses')).toBe('a@example.com, b@example.com');
    expect(value('Contact.EmailAddresses.Item(2) + "|" + Contact.EmailAddresses.First')).toBe(
      'b@example.com|a@example.com',
    );
    expect(value('Contact.EmailAddresses.Item(3)')).toBe('');
  });

  test('never reaches what an object inherits', () => {
    expect(render('<$constructor$><$Contact.constructor$><$Interaction.AttachedData("toString")$>').text).toBe('');
  });

  test('names a locale or time zone that does not exist and goes on', () => {
    const rendered = render('<$Date(2030, 1, 1):"HH"$>', { locale: '', timeZone: 'Mars/Olympus' });

    expect(rendered.text).toBe('00');
    expect(rendered.problems.map((problem) => problem.message)).toEqual([
      'there is no locale ""',
      'there is no time zone "Mars/Olympus"',
    ]);
  });
});

describe('formulas', () => {
  test.each([
    ['1 + 2 * 3 - 4 / 2', '5'],
    ['2 ^ 3 ^ 2', '512'],
    ['-2 ^ 2', '-4'],
    ['7 Mod 4 + 1e1', '13'],
    ['(1 + 2) * .5', '1.5'],
    ['1 < 2 And Not 2 LE 1', 'true'],
    ['1 == 1 And 1 <> 2 And 1 != 2 And 2 GE 2', 'true'],
    ['False Or 1 EQ 2', 'false'],
    ['"b" > "a" And "10" > "9"', 'true'],
    ['Null = Contact.Title', 'true'],
    ['Contact.Title < 5 Or Contact.Title > 5', 'false'],
    ['"a" + 1 + 2', 'a12'],
    ['Interaction.AttachedData("Amount") * 2', '25'],
    ['Interaction.DateCreated < Now()', 'true'],
    ['"tab\\tquote\\"back\\\\"', 'tab\tquote"back\\'],
  ])('%s is %s', (formula, result) => {
    expect(value(formula)).toBe(result);
  });

  test.each([
    ['Length("Hello, world!")', '13'],
    ['If(Length(Contact.Title) > 0, Contact.Title, "Dear " + contact.firstname)', 'Dear Ada'],
    ['If(True, "a", 1 / 0)', 'a'],
    ['Left("😀bc", 1) + Right("abc", 2) + Mid("abcdef", 2, 3) + Mid("abc", 3)', '😀bcbcdc'],
    ['Trim("  a ") + UCase("ß") + LCase("ÄB")', 'aSSäb'],
    ['Round(2.5) + "|" + Round(-1.005, 2) + "|" + Abs(-3)', '3|-1.01|3'],
    ['IsNull(Contact.Title) And Not IsNull(0)', 'true'],
    ['Text(1 / 3, "#.###") + Text(Now(), "HH:mm")', '0.33312:00'],
    ['WeekdayName(Date(2030, 1, 31))', 'Thursday'],
    ['Date(2030, 2, 31, 8, 5, 9):"yyyy-MM-dd HH:mm:ss"', '2030-03-03 08:05:09'],
    ['Year(Now()) + Month(Now()) + Day(Now()) + Hour(Now()) + Minute(Now())', '2063'],
    ['DateAdd("month", 1, Date(2030, 1, 31)):"yyyy-MM-dd"', '2030-02-28'],
    ['DateAdd("d", 1, Date(2030, 3, 30, 12)):"yyyy-MM-dd HH"', '2030-03-31 12'],
    ['DateAdd("hour", 24, Date(2030, 3, 30, 12)):"yyyy-MM-dd HH"', '2030-03-31 13'],
    ['Date(2030, 3, 31, 2, 30):"HH:mm"', '03:30'],
    ['DateDiff("day", Date(2030, 1, 31, 23), Date(2030, 2, 1, 1))', '1'],
    [
      'DateDiff("yyyy", Now(), Date(2028, 12, 31)) + DateDiff("q", Now(), Now()) + DateDiff("m", Now(), Date(2030, 8, 1))',
      '0',
    ],
    [
      'DateDiff("ww", Date(2030, 1, 1), Date(2030, 1, 15)) + DateDiff("n", Date(2030, 1, 1), Date(2030, 1, 1, 1, 30))',
      '92',
    ],
  ])('%s gives %s', (formula, result) => {
    expect(value(formula)).toBe(result);
  });
});

describe('parseTemplate', () => {
  test.each([
    ['Dear <$Contact.FirstName', 5, 'not closed'],
    ['<$$>', 2, 'expected a value, found the end'],
    ['a <$1 +$>', 7, 'expected a value, found the end'],
    ['<$1 2$>', 4, 'expected an operator'],
    ['<$(1$>', 4, 'expected ")"'],
    ['<$Contact.$>', 10, 'expected the name of a field'],
    ['<$1:2$>', 4, 'expected a format in quotes'],
    ['<$Lenght("a")$>', 2, 'no function Lenght'],
    ['<$Left("a")$>', 2, 'expected Left(text, count)'],
    ['<$Left("a" 1)$>', 11, 'expected "," or ")"'],
    ['<$a ; b$>', 4, '";" has no meaning'],
    ['&lt;$&quot;&quot; ;$&gt;', 18, '";" has no meaning'],
    [`<$${'('.repeat(99)}1$>`, 62, 'levels'],
    [`<$${'-'.repeat(99)}1$>`, 62, 'signs'],
    [`<$${'1+'.repeat(2000)}1$>`, 0, 'too long'],
  ])('points at what is wrong in %j', (text, at, message) => {
    expect(parseTemplate(text)).toEqual({ errors: [{ at, message: expect.stringContaining(message) }] });
  });

  test('reports every field code that is wrong', () => {
    expect(parseTemplate('<$1 +$> <$)$> <$2$> <$')).toMatchObject({ errors: [{ at: 5 }, { at: 10 }, { at: 20 }] });
  });

  test('keeps any text without field codes as it is', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !text.includes('<$') && !text.includes('&lt;$')),
        (text) => {
          expect(render(text)).toEqual({ text, problems: [] });
        },
      ),
    );
  });

  test('answers any text with errors inside it or a template that renders without throwing', () => {
    const pieces = fc.constantFrom(
      '<$',
      '$>',
      '&lt;$',
      '$&gt;',
      '"',
      '\\',
      '(',
      ')',
      ',',
      '.',
      ':',
      '+',
      '-',
      '^',
      'Not ',
      'And ',
      ' ',
      '1',
      '"a"',

      'Contact',
      'EmailAddresses',
      'Interaction',
      'AttachedData',
      'Item',
      'Date',
      'DateAdd',
      '"d"',
      'Now()',
      'If(',
      '"#.##"',
    );
    const anyText = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')),
      fc.array(pieces, { maxLength: 12 }).map((parts) => `<$${parts.join('')}$>`),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        const parsed = parseTemplate(text);
        const { problems } =
          'errors' in parsed ? { problems: parsed.errors } : renderTemplate(parsed.template, objects, options);
        for (const problem of problems) {
          expect(problem.at).toBeGreaterThanOrEqual(0);
          expect(problem.at).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('calculates as JavaScript does, whatever the formula', () => {
    fc.assert(
      fc.property(aSum, (sum) => {
        expect(Number(value(`(${sum.replaceAll('%', ' Mod ')}):"0.000"`).replace('-0.000', '0.000'))).toBeCloseTo(
          evaluated(sum),
          // what is shown is rounded to three places, which may be half a thousandth off
          2,
        );
      }),
    );
  });
});

describe('fieldCodeCatalogue', () => {
  test('offers nothing that a template would not know', () => {
    const fields = fieldCodeCatalogue.filter((entry) => entry.kind === 'field');

    expect(fields.length).toBeGreaterThan(15);
    for (const { code } of fields) {
      const parsed = parseTemplate(`<$${code}$>`);
      if ('errors' in parsed) throw new Error(code);
      const rendered = renderTemplate(parsed.template, { Interaction: {}, Contact: {}, Agent: {} }, options);
      expect(rendered).toEqual({ text: '', problems: [] });
    }
  });

  test('shows every function with the way it is called', () => {
    const functions = fieldCodeCatalogue.filter((entry) => entry.kind === 'function');

    expect(functions.every((entry) => entry.code.startsWith(`${entry.name}(`) && entry.help.endsWith('.'))).toBe(true);
  });
});

const aSum = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom('+', '-', '*', '/', '%')), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => parts.flat().slice(0, -1).join(' '));

/** Precedence by hand: products first, then sums, both from left to right. */
function evaluated(sum: string): number {
  return sum
    .split(/ (?=[+-] )/)
    .map((term) => {
      const [sign, product] = /^[+-] /.test(term) ? [term.charAt(0), term.slice(2)] : ['+', term];
      const [first = '', ...rest] = product.split(' ');
      let result = Number(first);
      for (let index = 0; index < rest.length; index += 2) {
        const operand = Number(rest[index + 1]);
        result = rest[index] === '*' ? result * operand : rest[index] === '/' ? result / operand : result % operand;
      }
      return sign === '-' ? -result : result;
    })
    .reduce((total, term) => total + term, 0);
}
