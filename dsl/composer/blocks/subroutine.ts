import type { Callable, Conversion, Convert, Converted } from '../conversion.ts';
import { levelFor, oneWayOn } from '../conversion.ts';
import type { SourceBlock } from '../diagram.ts';
import { parameterOf, shortened } from '../parameter-of.ts';
import { placeholder } from '../placeholder.ts';
import { settingOf } from '../setting.ts';
import { attributeOf, childrenNamed } from '../xml-element.ts';

/** Kinds of blocks that call another diagram. */
export const callingKinds: ReadonlySet<string> = new Set([
  'subroutine',
  'submodule',
  'subworkflow',
  'subflow',
  'subcallflow',
  'subdialog',
]);

/** The file a block refers to, when that is written out. */
export function resourceIn(block: SourceBlock): string | undefined {
  const setting = settingOf(block.element, 'resource', 'uri', 'url', 'src', 'subroutine', 'workflow', 'path');
  return setting !== undefined && 'literal' in setting ? setting.literal : undefined;
}

/** Subroutine: a call with its parameters, when the project has what is called. */
export const convertSubroutine: Convert = (block, conversion) => {
  const path = resourceIn(block);
  const callee = path === undefined ? undefined : conversion.resourceOf(path);
  const problem = problemWith(path, callee, conversion);
  return callee === undefined || problem !== undefined
    ? placeholder(block, problem === undefined ? [] : [problem])
    : call(block, callee, conversion);
};

/** Play Application: what it plays is voice; where the project has the callflow, the call is there for whoever replaces it. */
export const convertPlayApplication: Convert = (block, conversion) => {
  const voice = 'It plays a voice application, which has no counterpart for interactions without a voice.';
  const path = resourceIn(block);
  const callee = path === undefined ? undefined : conversion.resourceOf(path);
  const isCallable = callee !== undefined && problemWith(path, callee, conversion) === undefined;
  if (!isCallable) return placeholder(block, [voice]);
  const made = call(block, callee, conversion);
  return { ...made, level: 'placeholder', reasons: [voice, ...made.reasons] };
};

function problemWith(
  path: string | undefined,
  callee: Callable | undefined,
  conversion: Conversion,
): string | undefined {
  if (path === undefined) return 'What it calls is known only when it runs.';
  if (callee === undefined) return `The project has no ${shortened(path)}.`;
  if (!callee.isSubroutine)
    return `"${callee.strategy}" is started by the interaction process too; only subroutines can be called here.`;
  return conversion.callsBack(callee.strategy) ? `"${callee.strategy}" would call back to here.` : undefined;
}

function call(block: SourceBlock, callee: Callable, conversion: Conversion): Converted {
  const reasons: string[] = [];
  const given: [string, unknown][] = [];
  const taken: [string, string][] = [];
  for (const row of childrenNamed(block.element, 'parameters', 'inputParameters', 'outputParameters')) {
    const name = attributeOf(row, 'name')?.trim() ?? '';
    const value = attributeOf(row, 'value')?.trim() ?? '';
    if (name === '' || value === '') continue;
    const isOutput = /^out/i.test(attributeOf(row, 'type') ?? '') || row.name === 'outputParameters';
    const ours = callee.names.declare(name);
    if (!isOutput) {
      const told = parameterOf({ expression: value }, { conversion, reasons });
      if (told !== undefined) given.push([directed(callee, name, 'in') ?? ours, told]);
    } else if (/^[\w.]+$/.test(value))
      taken.push([directed(callee, name, 'out') ?? ours, conversion.names.declare(value)]);
    else reasons.push(`What it answers as "${name}" goes into ${shortened(value)}, which is no variable.`);
  }
  const config = {
    strategy: callee.strategy,
    ...(given.length > 0 ? { in: Object.fromEntries(given) } : {}),
    ...(taken.length > 0 ? { out: Object.fromEntries(taken) } : {}),
  };
  return { type: 'call-subroutine', config, level: levelFor(reasons), reasons, portOf: oneWayOn('next') };
}

/** Makes a variable of the subroutine one of its parameters. */
function directed(callee: Callable, name: string, way: 'in' | 'out'): string | undefined {
  const ours = callee.names.declare(name);
  const variable = callee.names.declarations()[ours];
  if (variable === undefined) return undefined;
  const before = variable.direction;
  const direction = before === 'local' || before === way ? way : 'in-out';
  return callee.names.add(name, { ...variable, direction });
}
