import type { Callable, Conversion, Convert, Converted } from '../conversion.ts';
import { levelFor, oneWayOn } from '../conversion.ts';
import type { SourceBlock } from '../diagram.ts';
import { directVariable } from '../direct-variable.ts';
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

/** Play Application: a call of the callflow, in which what speaks and listens is left by hand. */
export const convertPlayApplication: Convert = (block, conversion) => {
  const path = resourceIn(block);
  const callee = path === undefined ? undefined : conversion.resourceOf(path);
  const problem = problemWith(path, callee, conversion);
  if (callee === undefined || problem !== undefined) {
    return placeholder(block, [
      'It plays a voice application, which has no counterpart for interactions without a voice.',
      ...(problem === undefined ? [] : [problem]),
    ]);
  }
  const made = call(block, callee, conversion);
  const voice = 'It plays a voice application; what of that speaks and listens is left by hand there.';
  return { ...made, level: 'near', reasons: [voice, ...made.reasons] };
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
    const type = attributeOf(row, 'type') ?? '';
    const goesBoth = /^in-?out/i.test(type);
    const isOutput = /^out/i.test(type) || row.name === 'outputParameters';
    if (!isOutput) {
      const told = parameterOf({ expression: value }, { conversion, reasons });
      const parameter = directVariable(callee.names, name, 'in');
      if (told !== undefined) given.push([parameter, told]);
    }
    if (!isOutput && !goesBoth) continue;
    // callflows name their variables by the state they are kept in
    const receiver = value.replace(/^AppState\./, '');
    const parameter = directVariable(callee.names, name, 'out');
    if (/^[\w.]+$/.test(receiver)) taken.push([parameter, conversion.names.declare(receiver)]);
    else reasons.push(`What it answers as "${name}" goes into ${shortened(value)}, which is no variable.`);
  }
  const config = {
    strategy: callee.strategy,
    ...(given.length > 0 ? { in: Object.fromEntries(given) } : {}),
    ...(taken.length > 0 ? { out: Object.fromEntries(taken) } : {}),
  };
  return { type: 'call-subroutine', config, level: levelFor(reasons), reasons, portOf: oneWayOn('next') };
}
