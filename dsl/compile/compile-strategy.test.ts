import { expect, test } from 'vitest';
import { aProcess, aProcessWith } from '#test/support/a-process.ts';
import { runStrategy } from '#test/support/run-strategy.ts';
import { compileStrategy } from './compile-strategy.ts';

const stop = { type: 'stop-interaction' };

test('compiles to a readable function of cases, one for each block', () => {
  const compiled = compileStrategy(aProcess(), 'Main');

  expect('source' in compiled && compiled.source).toBe(
    [
      '({',
      '  "Main": async (run) => {',
      '    const { interaction, contact, data, vars } = run;',
      '    let at = "entry";',
      '    for (;;) {',
      '      switch (at) {',
      '        // entry (entry)',
      '        case "entry":',
      '          at = await run.block("entry", { next: "stop" }, async (lastError) => {',
      '            run.declare({});',
      '            return "next";',
      '          });',
      '          break;',
      '        // stop (stop-interaction)',
      '        case "stop":',
      '          at = await run.block("stop", {}, async (lastError) => {',
      '            await run.call("stop-interaction", {});',
      '            return "stopped";',
      '          });',
      '          break;',
      '        default:',
      '          return;',
      '      }',
      '    }',
      '  },',
      '})',
      '',
    ].join('\n'),
  );
});

test('compiles the same document to the same bytes whatever the order of its keys', () => {
  const process = aProcessWith({ entry: { type: 'entry', ports: { next: 'stop' } }, stop });
  const turned = aProcessWith({ stop, entry: { type: 'entry', ports: { next: 'stop' } } });

  expect(compileStrategy(turned, 'Main')).toEqual(compileStrategy(process, 'Main'));
});

test('follows wires, expressions and variables', async () => {
  const process = aProcessWith({
    entry: { type: 'entry', config: { variables: { tries: { type: 'integer', default: 1 } } }, ports: { next: 'add' } },
    add: {
      type: 'assign',
      config: { assignments: [{ variable: 'tries', value: { js: 'vars.tries + 1' } }] },
      ports: { next: 'enough' },
    },
    enough: { type: 'if', config: { condition: { js: 'vars.tries >= 3' } }, ports: { true: 'stop', false: 'add' } },
    stop: { type: 'stop-interaction', config: { reason: { js: '"after " + vars.tries' } } },
  });

  const { state, path, calls } = await runStrategy(process, 'Main');

  expect(state).toBe('ended');
  expect(path.map(({ block }) => block)).toEqual(['entry', 'add', 'enough', 'add', 'enough', 'stop']);
  expect(calls.map(({ params }) => params)).toEqual([{ reason: 'after 3' }]);
});

test('leaves by the error port and tells the next block what went wrong', async () => {
  const process = aProcessWith({
    entry: { type: 'entry', ports: { next: 'screen' } },
    screen: { type: 'screen', config: { rule: 'R' }, ports: { matched: 'stop', 'not-matched': 'stop', error: 'note' } },
    note: {
      type: 'attach-data',
      config: { entries: [{ key: 'Why', value: { js: 'lastError.message' } }] },
      ports: { next: 'stop' },
    },
    stop,
  });

  const { data } = await runStrategy(process, 'Main', { answers: { screen: new Error('no such rule') } });

  expect(data).toEqual({ Why: 'no such rule' });
});

test('fails with the block at fault when its error port is not wired', async () => {
  const process = aProcessWith({
    entry: { type: 'entry', ports: { next: 'script' } },
    script: { type: 'script', config: { code: 'throw new Error("bad day");' }, ports: { next: 'stop' } },
    stop,
  });

  const { state, error } = await runStrategy(process, 'Main');

  expect(state).toBe('failed');
  expect(error?.block).toBe('script');
  expect(error?.message).toContain('bad day');
});

test('goes where "sent" goes when a suppressed answer is not wired', async () => {
  const process = aProcessWith({
    entry: { type: 'entry', ports: { next: 'ack' } },
    ack: { type: 'acknowledgement', config: { response: 'A', queue: 'In' }, ports: { sent: 'stop' } },
    stop,
  });

  const { path } = await runStrategy(process, 'Main', { answers: { ack: { suppressed: 'list' } } });

  expect(path).toEqual([
    { block: 'entry', port: 'next' },
    { block: 'ack', port: 'suppressed' },
    { block: 'stop', port: 'stopped' },
  ]);
});

test('brings the subroutines a strategy reaches along, and variables in and out', async () => {
  const process = aProcessWith(
    {
      entry: { type: 'entry', config: { variables: { length: { type: 'integer' } } }, ports: { next: 'call' } },
      call: {
        type: 'call-subroutine',
        config: { strategy: 'Measure', in: { text: { js: 'interaction.subject' } }, out: { size: 'length' } },
        ports: { next: 'stop' },
      },
      stop: { type: 'stop-interaction', config: { reason: { js: 'String(vars.length)' } } },
    },
    {
      Measure: {
        kind: 'subroutine',
        blocks: {
          entry: {
            type: 'entry',
            config: {
              variables: { text: { type: 'string', direction: 'in' }, size: { type: 'integer', direction: 'out' } },
            },
            ports: { next: 'size' },
          },
          size: {
            type: 'assign',
            config: { assignments: [{ variable: 'size', value: { js: 'vars.text.length' } }] },
            ports: { next: 'exit' },
          },
          exit: { type: 'exit' },
        },
      },
    },
  );

  const compiled = compileStrategy(process, 'Main');
  const { calls, path } = await runStrategy(process, 'Main', { interaction: { subject: 'Hello' } });

  expect('source' in compiled && compiled.usedSubroutines).toEqual(['Measure']);
  expect(calls[0]?.params).toEqual({ reason: '5' });
  expect(path).toContainEqual({ block: 'size', port: 'next', strategy: 'Measure' });
});

test('refuses a value that is not of the type a subroutine declares, at the call', async () => {
  const process = aProcessWith(
    {
      entry: { type: 'entry', ports: { next: 'call' } },
      call: {
        type: 'call-subroutine',
        config: { strategy: 'Sub', in: { tries: { js: '"many"' } } },
        ports: { next: 'stop', error: 'note' },
      },
      note: {
        type: 'attach-data',
        config: { entries: [{ key: 'Why', value: { js: 'lastError.code + ": " + lastError.message' } }] },
        ports: { next: 'stop' },
      },
      stop,
    },
    {
      Sub: {
        kind: 'subroutine',
        blocks: {
          entry: {
            type: 'entry',
            config: { variables: { tries: { type: 'integer', direction: 'in' } } },
            ports: { next: 'exit' },
          },
          exit: { type: 'exit' },
        },
      },
    },
  );

  const { data } = await runStrategy(process, 'Main');

  expect(data['Why']).toBe('run/wrong-type: Subroutine "Sub" takes integer for "tries" and got "many".');
});

test('is over when a subroutine has placed the interaction', async () => {
  const process = aProcessWith(
    {
      entry: { type: 'entry', ports: { next: 'call' } },
      call: { type: 'call-subroutine', config: { strategy: 'Place' }, ports: { next: 'stop' } },
      stop,
    },
    {
      Place: {
        kind: 'subroutine',
        blocks: {
          entry: { type: 'entry', ports: { next: 'queue' } },
          queue: { type: 'queue-interaction', config: { queue: 'In' } },
        },
      },
    },
  );

  const { state, calls } = await runStrategy(process, 'Main');

  expect(state).toBe('ended');
  expect(calls.map(({ name }) => name)).toEqual(['queue-interaction']);
});

test('keeps text in template literals and continued lines as the author wrote it', async () => {
  const process = aProcessWith({
    entry: { type: 'entry', ports: { next: 'script' } },
    script: {
      type: 'script',
      config: { code: 'data.Text = `one\n  two`;\ndata.Line = "a\\\nb";' },
      ports: { next: 'stop' },
    },
    stop,
  });

  expect((await runStrategy(process, 'Main')).data).toEqual({ Text: 'one\n  two', Line: 'ab' });
});

test.each([
  ['an unknown strategy', aProcess(), 'Mian', 'There is no strategy "Mian"; did you mean "Main"?'],
  ['no entry', aProcessWith({ stop }), 'Main', 'Strategy "Main" has no Entry block; add one.'],
  [
    'an unreadable expression',
    aProcessWith({
      entry: { type: 'entry', ports: { next: 'stop' } },
      stop: { type: 'stop-interaction', config: { reason: { js: '1 +' } } },
    }),
    'Main',
    'The expression cannot be read at line 1, column 4: unexpected token.',
  ],
  [
    'an expression that would close its parentheses',
    aProcessWith({
      entry: { type: 'entry', ports: { next: 'stop' } },
      stop: { type: 'stop-interaction', config: { reason: { js: '1); run.log(2' } } },
    }),
    'Main',
    'The expression cannot be read at line 1, column 1: more than one expression.',
  ],
])('does not compile %s', (_, process, name, message) => {
  const compiled = compileStrategy(process, name);

  expect('diagnostics' in compiled && compiled.diagnostics.map((one) => one.message)).toEqual([message]);
});
