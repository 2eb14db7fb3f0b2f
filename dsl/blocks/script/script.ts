import { z } from 'zod';
import { defineBlock, errorPort } from '../../block/block.ts';
import { hostCalls, scriptNameOf } from '../host-calls.ts';

const exitName = z
  .string()
  .regex(/^[A-Za-z][\w-]{0,63}$/, 'letters, digits, hyphens and underscores, beginning with a letter');

const placingCall = callOf(({ places }) => places);
const waitingCall = callOf(({ waits }) => waits);

/** Recognises a call of one of the host calls, as scripts write it. */
function callOf(isMeant: (call: (typeof hostCalls)[number]) => boolean): RegExp {
  const names = hostCalls.filter(isMeant).map(({ name }) => scriptNameOf(name));
  return new RegExp(`\\bcalls\\s*\\.\\s*(?:${names.join('|')})\\b`);
}

/** The author's own JavaScript, as the body of an async function. */
export const script = defineBlock({
  type: 'script',
  config: z.strictObject({
    code: z
      .string()
      .max(100_000)
      .meta({
        title: 'Script',
        description:
          'The body of an async JavaScript function over interaction, contact, data, vars, lastError, calls and log. It may ' +
          "return 'port' to leave by one of its exits; without a return it leaves by next.",
        editor: 'script',
      }),
    exits: z
      .array(exitName)
      .max(50)
      .default([])
      .refine((exits) => new Set(exits).size === exits.length, { error: 'every exit needs a name of its own' })
      .refine((exits) => !exits.includes('next') && !exits.includes('error'), {
        error: '"next" and "error" are there already',
      })
      .meta({ title: 'Further exits', description: 'Ports besides "next" that the script may return.' }),
  }),
  face: {
    label: 'Script',
    icon: 'code',
    category: 'data',
    help:
      'Runs JavaScript of your own. It reads and writes attached data and variables, and asks the world through calls, such as ' +
      "await calls.screen({ rule: 'Complaint' }). Return the name of an exit to leave by it; what it throws leaves by error.",
    summary: (config) => config.code.trim().split('\n')[0] ?? '',
  },
  ports: (config) => [
    { name: 'next', kind: 'success' },
    ...config.exits.map((name) => ({ name, kind: 'branch' as const })),
    errorPort,
  ],
  references: () => [],
  effects: (config) => ({ places: placingCall.test(config.code), waits: waitingCall.test(config.code) }),
  fragments: (config) => [{ kind: 'script', code: config.code, path: ['code'] }],
  initial: { code: "log('Hello');\n" },
  compile: (config) =>
    [
      'const { calls, log } = run;',
      'const port = await (async () => {',
      config.code,
      '})() ?? "next";',
      `if (!${JSON.stringify(['next', ...config.exits])}.includes(port)) {`,
      '  throw new Error("The script returned " + JSON.stringify(port) + ", which is not one of its exits.");',
      '}',
      'return port;',
    ].join('\n'),
});
