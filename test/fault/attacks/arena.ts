import type { BusinessProcessInput } from '#dsl/document/business-process.ts';
import { anInteraction, type Engine } from '#test/support/engine.ts';

/** What became of an interaction whose subject named an attack. */
export interface Fate {
  readonly state: string;
  readonly problem: { readonly code: string; readonly message: string } | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Subject of interactions that do no harm and look whether any was done to their world. */
export const innocent = 'innocent';

/** What a run can see of what all runs of its isolate share, as one text: equal as long as nobody left anything. */
const lookAround = `
  const shared = [globalThis, Object, Object.prototype, Function.prototype, Array, Array.prototype, String.prototype, Number.prototype, Symbol,
    Date, Date.prototype, Promise, Promise.prototype, RegExp, RegExp.prototype, Error, Error.prototype, JSON, Math, Reflect, Map.prototype,
    Set.prototype, Iterator.prototype, Intl, Intl.NumberFormat.prototype, Object.getPrototypeOf(async () => {}), Object.getPrototypeOf([].values()), run];
  data.World = JSON.stringify([shared.map((one) => Reflect.ownKeys(one).map(String)), shared.map((one) => Object.isFrozen(one)),
    [3, 1, 2].toSorted().join(), 'abc'.replace(/b/, 'x'), Object.keys({ a: 1 }), JSON.parse('[1]'), [...'ab'], \`\${1 + 1}\`,
    ({}).leak ?? null, [].leak ?? null, globalThis.leak ?? null, [][0] ?? null, RegExp.$1 ?? null, Error.stackTraceLimit ?? null,
    Object.keys(data), Object.keys(vars), typeof process, Math.max(1, 2), new Date(0).getTime()]);
  data.Answer = 6 * 7;`;

/** A process whose strategy does what the subject of an interaction names, and looks around where it names nothing. */
export function arena(bodies: readonly string[]): BusinessProcessInput {
  const code = [
    'const deeds = [',
    ...bodies.map((body) => `async () => {\n${body}\n},`),
    '];',
    'const deed = deeds[Number(interaction.subject)];',
    'if (deed !== undefined) {',
    '  data.Gave = (await deed()) === true;',
    '} else {',
    lookAround,
    '}',
  ].join('\n');
  return processOf({ attack: { type: 'script', config: { code }, ports: { next: 'done', error: 'refused' } } });
}

/** A process with a strategy of these blocks, begun at "attack"; "done" and "refused" stop the interaction. */
export function processOf(
  blocks: NonNullable<BusinessProcessInput['strategies']>[string]['blocks'],
): BusinessProcessInput {
  return {
    format: 1,
    name: 'Arena',
    endpoints: { default: { media: 'email', queue: 'In' } },
    queues: { In: { views: { All: { submitter: { strategy: 'Main' } } } }, ErrorHeld: { parking: true } },
    strategies: {
      Main: {
        blocks: {
          entry: { type: 'entry', ports: { next: 'attack' } },
          ...blocks,
          done: { type: 'stop-interaction', config: { reason: 'done' } },
          refused: { type: 'stop-interaction', config: { reason: 'refused' } },
        },
      },
    },
  };
}

/** Hands interactions in, lets the worker take them together, and tells what became of each, in the order of the subjects. */
export async function fight(engine: Engine, subjects: readonly string[]): Promise<Fate[]> {
  const { pool } = engine.database;
  await pool.query('truncate interactions, runs, journal, events, messages');
  const made = await Promise.all(subjects.map((subject) => engine.submissions.submit(anInteraction({ subject }))));
  while (await engine.worker.takeFromQueue('default', 'In'));
  const { rows } = await pool.query<Fate & { id: string }>('select id, state, problem, data from interactions');
  const fates = new Map(rows.map(({ id, ...fate }) => [id, fate]));
  return made.map((one) => {
    const fate = fates.get(one.interactionId);
    if (fate === undefined) throw new Error('an interaction is gone');
    return fate;
  });
}
