import type { Converted } from './conversion.ts';
import { describeSettings } from './describe-settings.ts';
import type { SourceBlock, SourceLink } from './diagram.ts';
import { freshExit } from './fresh-names.ts';

// a script may hold 100,000 characters; the rest of it is a few lines
const longestSource = 90_000;

/**
 * A script that says what the block was, keeps its settings and goes on: it runs, and waits for a person to build it. Every
 * link of the block is an exit, so that what follows stays where it was.
 */
export function placeholder(block: SourceBlock, reasons: readonly string[], does: readonly string[] = []): Converted {
  const title = `${block.name === '' ? block.id : block.name} (${block.type})`;
  return keepingLinks(block, {
    code: [
      `log(${JSON.stringify(`To be done by hand: ${title}`)});`,
      ...does,
      ...commented([`What it was in Composer: ${title}`, ...reasons, ...describeSettings(block.element)]),
      '',
    ].join('\n'),
    level: 'placeholder',
    reasons,
    keepsAll: true,
  });
}

/** A script with an exit for each link of the block. */
export function keepingLinks(
  block: SourceBlock,
  script: Pick<Converted, 'level' | 'reasons' | 'kept' | 'keepsAll'> & { readonly code: string },
): Converted {
  const { code, ...rest } = script;
  const ports = portsByLink(block.links);
  const exits = [...new Set(ports.values())].filter((port) => port !== 'next' && port !== 'error').slice(0, 50);
  return {
    ...rest,
    type: 'script',
    config: { code, ...(exits.length === 0 ? {} : { exits }) },
    portOf: (link) => ports.get(link),
  };
}

/** The text as comments of a script, cut where it is longer than a script may be. */
export function commented(lines: readonly string[]): string[] {
  const text = lines.join('\n').toWellFormed();
  const kept = text.length <= longestSource ? text : `${text.slice(0, longestSource)}\n(cut here)`;
  const comments = kept.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => `// ${line}`.trimEnd());
  // many short lines grow by their marks
  let size = 0;
  return comments.filter((line) => (size += line.length + 1) < longestSource + 1000);
}

/** The first plain link goes on at `next`, the most telling exception at `error`, every other one has an exit of its own. */
function portsByLink(links: readonly SourceLink[]): ReadonlyMap<SourceLink, string> {
  const taken = new Set(['next', 'error']);
  const plain = links.filter(({ isException }) => !isException);
  const next = plain.find(({ name }) => name === '' || name === 'default') ?? plain[0];
  const error = links.find(({ isException, name }) => isException && name.startsWith('error'));
  return new Map(
    links.map((link) => [link, link === next ? 'next' : link === error ? 'error' : freshExit(link.name, taken)]),
  );
}
