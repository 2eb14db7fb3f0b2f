import { compileFunction } from 'node:vm';
import { blockByType, type BlockType } from '#dsl/blocks/index.ts';
import { hostCallByName, scriptNameOf } from '#dsl/blocks/host-calls.ts';
import { valueToJs } from '#dsl/compile/value-to-js.ts';
import { functionsSource } from '#dsl/functions/functions.ts';

const library = compileFunction(`return ${functionsSource};`)() as (clock: DateConstructor) => unknown;

/** What a block finds when it runs, and what the world answers to its host call. */
export interface BlockSetting {
  readonly interaction?: Record<string, unknown>;
  readonly contact?: Record<string, unknown> | null;
  readonly data?: Record<string, unknown>;
  readonly vars?: Record<string, unknown>;
  readonly lastError?: unknown;
  /** The answer of the host call, or an error it fails with. */
  readonly answer?: unknown;
}

/** What a block did: the port it left by, what it asked, and what it wrote. */
export interface BlockRun {
  readonly port: string;
  readonly calls: readonly { readonly name: string; readonly params: unknown }[];
  readonly data: Record<string, unknown>;
  readonly vars: Record<string, unknown>;
  readonly logged: readonly string[];
}

/**
 * Runs the compiled body of one block over stand-ins. Params and answers are held against the contract of the call, so
 * that a test cannot promise what the runtime does not give.
 */
export async function runBlock(type: BlockType, config: unknown, setting: BlockSetting = {}): Promise<BlockRun> {
  const block = blockByType(type);
  if (block === undefined) throw new Error(`no block ${type}`);
  const context = { strategy: 'Test', blockId: 'test', toJs: valueToJs, macroParameters: () => [] };
  const body = block.compile(block.config.parse(config), context);
  const calls: { name: string; params: unknown }[] = [];
  const logged: string[] = [];
  const data = { ...setting.data };
  const vars = { ...setting.vars };
  const call = async (name: string, params: unknown): Promise<unknown> => {
    const contract = hostCallByName(name);
    calls.push({ name, params: contract === undefined ? params : contract.params.parse(params) });
    if (setting.answer instanceof Error) throw setting.answer;
    return contract === undefined ? setting.answer : contract.result.parse(setting.answer ?? {});
  };
  const run = {
    call,
    calls: new Proxy({}, { get: (_, name) => (params: unknown) => call(kebabCase(String(name)), params) }),
    log: (text: string) => logged.push(text),
    declare: (variables: Record<string, { default?: unknown }>) => {
      for (const [name, variable] of Object.entries(variables)) vars[name] ??= variable.default ?? null;
    },
    subroutine: async (name: string, given: unknown) => call(`subroutine ${name}`, given),
  };
  const names = ['run', 'interaction', 'contact', 'data', 'vars', 'lastError', 'fn'];
  const compiled = compileFunction(`"use strict"; return (async () => {\n${body}\n})();`, names);
  const scope = [run, setting.interaction ?? {}, setting.contact ?? null, data, vars, setting.lastError, library(Date)];
  const port: unknown = await Reflect.apply(compiled, undefined, scope);
  return { port: String(port), calls, data, vars, logged };
}

function kebabCase(name: string): string {
  const kebab = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return scriptNameOf(kebab) === name ? kebab : name;
}
