import { checkEntry } from '../check/check-entry.ts';
import { checkFragments } from '../check/check-fragments.ts';
import { checkMacros } from '../check/check-macros.ts';
import { diagnosticAt } from '../check/diagnostic-at.ts';
import { entriesOf, type ReadBlock, type ReadStrategy, readStrategy, wireOf } from '../check/read-strategy.ts';
import type { BusinessProcess } from '../document/business-process.ts';
import type { Diagnostic } from '../errors/diagnostic.ts';
import { suggestion } from '../errors/nearest.ts';
import { macrosToJs } from './macros-to-js.ts';
import { valueToJs } from './value-to-js.ts';

type Macros = BusinessProcess['macros'];

/** A strategy as JavaScript, or what keeps it from being compiled. */
export type CompiledStrategy =
  | { readonly source: string; readonly usedSubroutines: readonly string[] }
  | { readonly diagnostics: readonly Diagnostic[] };

/**
 * Compiles a strategy and the subroutines it reaches to one JavaScript expression: an object with one async function for
 * each, the strategy first. The source is pure and deterministic: it touches nothing but the `run` it is given, and equal
 * documents yield equal bytes.
 */
export function compileStrategy(process: BusinessProcess, strategyName: string): CompiledStrategy {
  const reached = new Map<string, ReadStrategy>();
  const diagnostics: Diagnostic[] = checkMacros(process);
  const waiting = [strategyName];
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    if (reached.has(name)) continue;
    const strategy = Object.hasOwn(process.strategies, name) ? process.strategies[name] : undefined;
    if (strategy === undefined) {
      diagnostics.push(noStrategy(name, Object.keys(process.strategies)));
      continue;
    }
    const read = readStrategy(name, strategy);
    reached.set(name, read);
    diagnostics.push(...read.diagnostics, ...checkFragments(read), ...checkEntry(read));
    waiting.push(...subroutinesOf(read));
  }
  const [first, ...rest] = reached.values();
  if (diagnostics.length > 0 || first === undefined) return { diagnostics };
  const strategies = [first, ...rest.toSorted((left, right) => (left.name < right.name ? -1 : 1))];
  return {
    source: `({\n${strategies.map((read) => strategyToJs(read, process.macros)).join('\n')}\n})\n`,
    usedSubroutines: strategies.slice(1).map(({ name }) => name),
  };
}

/** Names of the strategies a strategy calls. */
function subroutinesOf(read: ReadStrategy): string[] {
  return [...read.blocks.values()].flatMap(({ block, config }) =>
    block
      .references(config)
      .filter(({ kind }) => kind === 'strategy')
      .map(({ name }) => name),
  );
}

function strategyToJs(read: ReadStrategy, macros: Macros): string {
  const [entry] = entriesOf(read);
  const cases = [...read.blocks.values()]
    .toSorted((left, right) => (left.id < right.id ? -1 : 1))
    .map((block) => blockToJs(read.name, block, macros));
  return indent(
    [
      `${JSON.stringify(read.name)}: async (run) => {`,
      '  const { interaction, contact, data, vars } = run;',
      ...(cases.some((one) => /\bmacros\b/.test(one)) ? [indent(macrosToJs(macros), 2)] : []),
      `  let at = ${JSON.stringify(entry?.id)};`,
      '  for (;;) {',
      '    switch (at) {',
      ...cases.map((one) => indent(one, 6)),
      '      default:',
      '        return;',
      '    }',
      '  }',
      '},',
    ].join('\n'),
    2,
  );
}

function blockToJs(strategy: string, read: ReadBlock, macros: Macros): string {
  const { id, instance, block, config } = read;
  const macroParameters = (name: string) => macros[name]?.parameters ?? [];
  const body = block.compile(config, { strategy, blockId: id, toJs: valueToJs, macroParameters });
  const wires = Object.fromEntries(read.ports.map((port) => [port.name, wireOf(read, port)]));
  return [
    `// ${instance.name ?? id} (${block.type})`,
    `case ${JSON.stringify(id)}:`,
    `  at = await run.block(${JSON.stringify(id)}, ${valueToJs(wires)}, async (lastError) => {`,
    indent(body, 4),
    '  });',
    '  break;',
  ].join('\n');
}

/**
 * Lines moved to the right. Text with a template literal or a continued line stays where it is: blanks would change what it
 * says. So would blanks after the line ends of Unicode, which quotes may hold.
 */
function indent(text: string, by: number): string {
  if (text.includes('`') || /\\\r?\n/.test(text)) return text;
  return text.replace(/(?<=^|\n)(?=[^\r\n])/g, ' '.repeat(by));
}

function noStrategy(name: string, known: string[]): Diagnostic {
  const message = `There is no strategy "${name}"; ${suggestion(name, known)}`;
  return diagnosticAt('error', 'check/unknown-strategy', ['strategies'], message);
}
