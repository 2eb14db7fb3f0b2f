import type { Diagnostic } from '../errors/diagnostic.ts';

/** A diagnostic for the value at a path of the document; the strategy and block it lies in follow from the path. */
export function diagnosticAt(
  severity: Diagnostic['severity'],
  code: string,
  path: readonly (string | number)[],
  message: string,
): Diagnostic {
  const [root, strategy, blocks, block] = path;
  const isIn = root === 'strategies' && typeof strategy === 'string';
  return {
    code,
    severity,
    path: [...path],
    ...(isIn ? { strategy } : {}),
    ...(isIn && blocks === 'blocks' && typeof block === 'string' ? { block } : {}),
    message,
  };
}

/** How messages name a block: by the name people gave it, else by its id. */
export function blockTitle(block: {
  readonly id: string;
  readonly instance: { readonly name?: string | undefined };
}): string {
  return `"${block.instance.name ?? block.id}"`;
}
