import { RE2JS, RE2JSSyntaxException } from 're2js';

/** A regular expression that re2 refuses: why, and which part of its text. */
export interface RegexRefusal {
  readonly message: string;
  readonly at: number;
  readonly length: number;
}

// What people know from other dialects and re2 leaves out, because it cannot be matched in time proportional to the text.
const lacking: readonly (readonly [RegExp, string])[] = [
  [/^\(\?[=!]/, 'lookahead'],
  [/^\(\?<[=!]/, 'lookbehind'],
  [/^\(\?>/, 'atomic groups'],
  [/^\\(?:[1-9]|k)/, 'backreferences'],
  [/^[*+?}]\+/, 'possessive repetition'],
];

/**
 * Compiles with re2, whose matching time grows with the text and never explodes, whatever people write. As in Java and
 * Perl, `.` stops at a line's end, and `(?s)` at the front changes that.
 */
export function compileRegex(source: string, ignoreCase: boolean): { compiled: RE2JS } | { refusal: RegexRefusal } {
  try {
    return { compiled: RE2JS.compile(source, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0) };
  } catch (error) {
    if (!(error instanceof RE2JSSyntaxException)) {
      const reason = error instanceof Error ? error.message : String(error);
      return { refusal: { message: `the regular expression is refused: ${reason}`, at: 0, length: source.length } };
    }
    return { refusal: refusalOf(source, error) };
  }
}

function refusalOf(source: string, error: RE2JSSyntaxException): RegexRefusal {
  const part = error.getPattern() ?? '';
  const found = source.indexOf(part);
  const at = found === -1 ? 0 : found;
  const length = found === -1 ? source.length : part.length;
  const feature = lacking.find(([form]) => form.test(part))?.[1];
  if (feature === undefined)
    return { message: `the regular expression is wrong at "${part}": ${error.getDescription()}`, at, length };
  return { message: `re2 has no ${feature}, so "${part}" cannot be used`, at, length };
}
