import { evaluateFormula } from './evaluate-formula.ts';
import { type FieldCodeObjects, type FieldCodeProblem, UnresolvedFieldCode } from './field-code-value.ts';
import { type RenderContext, textOfValue } from './format-value.ts';
import type { FieldCode, Template } from './formula.ts';

/** For whom and when a template is rendered. */
export interface RenderOptions {
  /** BCP 47, such as `de-AT`. */
  readonly locale: string;
  /** IANA name, such as `Europe/Vienna`. */
  readonly timeZone: string;
  readonly now: Date;
  /** Applied to what field codes give, never to the text around them: how HTML is escaped. */
  readonly escape?: ((text: string) => string) | undefined;
}

/** The text of a template and what could not be filled in; each problem left an empty text in its place. */
export interface RenderedTemplate {
  readonly text: string;
  readonly problems: readonly FieldCodeProblem[];
}

/** Far more locales or time zones than one installation speaks of. */
const maxRemembered = 1000;

/**
 * Fills a template from the objects given. Never throws for what an author or a contact wrote: an unknown object or
 * field, or a formula without a value, is listed and leaves nothing in the text. A locale or time zone that does not exist
 * is listed as well, and English or UTC takes its place.
 */
export function renderTemplate(
  template: Template,
  objects: FieldCodeObjects,
  options: RenderOptions,
): RenderedTemplate {
  const problems: FieldCodeProblem[] = [];
  const context = contextOf(options, problems);
  const escape = options.escape ?? ((text: string) => text);
  const texts = template.parts.map((part) => {
    if (typeof part === 'string') return part;
    const result = renderCode(part, objects, context);
    if (typeof result === 'string') return escape(result);
    problems.push(result);
    return '';
  });
  return { text: texts.join(''), problems };
}

function renderCode(code: FieldCode, objects: FieldCodeObjects, context: RenderContext): string | FieldCodeProblem {
  try {
    return textOfValue(evaluateFormula(code.formula, objects, context), context, code.formula.at);
  } catch (error) {
    if (error instanceof UnresolvedFieldCode) return { at: error.at, message: error.message };
    throw error;
  }
}

function contextOf(options: RenderOptions, problems: FieldCodeProblem[]): RenderContext {
  let { locale, timeZone } = options;
  if (!locales.accepts(locale)) {
    problems.push({ at: 0, message: `there is no locale "${locale}"` });
    locale = 'en';
  }
  if (!timeZones.accepts(timeZone)) {
    problems.push({ at: 0, message: `there is no time zone "${timeZone}"` });
    timeZone = 'UTC';
  }
  return { locale, timeZone, now: options.now };
}

const locales = remembering((locale) => Intl.getCanonicalLocales(locale));
const timeZones = remembering((timeZone) => new Intl.DateTimeFormat('en', { timeZone }));

/** Names asked for are few and come again with every text, and asking Intl costs more than rendering. */
function remembering(attempt: (name: string) => unknown): { accepts(name: string): boolean } {
  const known = new Map<string, boolean>();
  return {
    accepts(name) {
      const before = known.get(name);
      if (before !== undefined) return before;
      const isAccepted = succeeds(() => attempt(name));
      // Whoever writes new names without end must not fill the memory with them.
      if (known.size >= maxRemembered) known.clear();
      known.set(name, isAccepted);
      return isAccepted;
    },
  };
}

function succeeds(attempt: () => unknown): boolean {
  try {
    attempt();
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
