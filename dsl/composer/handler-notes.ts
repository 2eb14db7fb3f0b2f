import type { Layout } from '../document/layout.ts';
import type { SourceHandler } from './diagram.ts';

type Notes = Layout['process']['notes'];

// as much of a handler as a person reads on a canvas; the file itself keeps the rest
const longestBody = 8000;
const size = { width: 520, height: 260 };

/** True for events whose handlers Composer writes into every interaction process. */
export function isSessionEvent(event: string): boolean {
  return /^(?:error|interaction\.(?:added|attach\.done|onrouterequest|onmerge|deleted|partystatechanged|present))$/.test(
    event,
  );
}

/**
 * What a diagram did when an event came, as notes on its canvas: events come to no strategy here, and what was to be done must not
 * be forgotten. `left` and `top` say where the first note stands; the others stand below it.
 */
export function handlerNotes(handlers: readonly SourceHandler[], left: number, top: number): Notes {
  const own = handlers.filter(({ event }) => !isSessionEvent(event));
  const usual = handlers.filter(({ event }) => isSessionEvent(event));
  const texts = [...own.map(shown), ...(usual.length === 0 ? [] : [usual.map(shown).join('\n\n')])];
  return Object.fromEntries(
    texts.map((text, index) => [
      `event-handler-${index + 1}`,
      { ...size, x: left, y: top + index * (size.height + 24), text: text.toWellFormed() },
    ]),
  );
}

function shown({ name, event, condition, body }: SourceHandler): string {
  const title = `When the event "${event}" came${name === '' || name === event ? '' : ` (${name})`}:`;
  const only = condition.trim() === '' ? [] : [`only if ${condition.trim()}`];
  const cut = body.length > longestBody ? `${body.slice(0, longestBody)}\n(cut here)` : body;
  return [title, ...only, cut.trim() === '' ? '(nothing)' : cut.trim()].join('\n');
}
