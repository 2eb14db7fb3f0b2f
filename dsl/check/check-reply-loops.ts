import type { BusinessProcess } from '../document/business-process.ts';
import type { Diagnostic } from '../errors/diagnostic.ts';
import { compiledBody } from './compiled-body.ts';
import { blockTitle, diagnosticAt } from './diagnostic-at.ts';
import type { ReadBlock, ReadStrategy } from './read-strategy.ts';

/** What tells a message of ours from a customer's; who asks for it has thought of answers to answers. */
const tellsThemApart = /\binteraction(?:\.|\[")(?:type|subtype|parentId|automatic)\b/;

/** A block that puts something into a queue: the interaction itself, or a new one such as an answer. */
interface Feed {
  readonly block: ReadBlock;
  readonly queue: string;
  readonly isNew: boolean;
}

/**
 * Blocks whose new interaction, a mail answer for example, comes back to the strategy that made it, which then answers its
 * own answer. Only what takes everything is followed, and strategies that tell a customer's message from ours are left alone.
 */
export function checkReplyLoops(process: BusinessProcess, strategies: ReadonlyMap<string, ReadStrategy>): Diagnostic[] {
  return [...strategies.values()].flatMap((read) =>
    feedsOf(read)
      .filter(({ isNew, queue }) => isNew && comesBack(process, strategies, queue, read.name))
      .map(({ block, queue }) => {
        const message =
          `What ${blockTitle(block)} puts into queue "${queue}" comes back to strategy "${read.name}", which does the same with it, ` +
          'again and again; use a queue whose strategy sends it, or ask for interaction.type before.';
        return diagnosticAt('warning', 'check/reply-loop', ['strategies', read.name, 'blocks', block.id], message);
      }),
  );
}

/** Whether what is put into a queue gets to a strategy, and no strategy on the way tells messages apart. */
function comesBack(
  process: BusinessProcess,
  strategies: ReadonlyMap<string, ReadStrategy>,
  queue: string,
  wanted: string,
): boolean {
  const seen = new Set<string>();
  const waiting = takersOf(process, queue);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const read = strategies.get(name);
    if (read === undefined || seen.has(name) || tellsApart(read)) continue;
    if (name === wanted) return true;
    seen.add(name);
    for (const feed of feedsOf(read)) if (!feed.isNew) waiting.push(...takersOf(process, feed.queue));
    waiting.push(...strategiesOf(read));
  }
  return false;
}

/** Strategies that take whatever is in a queue: a view with a condition may leave it. */
function takersOf(process: BusinessProcess, queue: string): string[] {
  const views = Object.hasOwn(process.queues, queue) ? Object.values(process.queues[queue]?.views ?? {}) : [];
  return views.flatMap(({ enabled, condition, submitter }) =>
    enabled && condition === undefined && submitter?.enabled === true ? [submitter.strategy] : [],
  );
}

/** Strategies that it calls or goes on in. */
function strategiesOf(read: ReadStrategy): string[] {
  return [...read.blocks.values()].flatMap(({ block, config }) =>
    block.references(config).flatMap(({ kind, name }) => (kind === 'strategy' ? [name] : [])),
  );
}

function feedsOf(read: ReadStrategy): Feed[] {
  return [...read.blocks.values()].flatMap((block) => {
    const call = block.block.call;
    // an agent decides what comes of what is routed
    if (call === undefined || (call.places && call.waits)) return [];
    const queues = block.block.references(block.config).filter(({ kind }) => kind === 'queue');
    return queues.map(({ name }) => ({ block, queue: name, isNew: !call.places }));
  });
}

function tellsApart(read: ReadStrategy): boolean {
  return [...read.blocks.values()].some((block) => tellsThemApart.test(compiledBody(block, read.name)));
}
