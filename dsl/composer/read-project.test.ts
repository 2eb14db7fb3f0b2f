import { describe, expect, test } from 'vitest';
import { aDiagram, aWorkflow, escaped } from '#test/support/composer-project.ts';
import { runStrategy } from '#test/support/run-strategy.ts';
import { exitBlock as exit, importFiles as imported } from '#test/support/import-workflow.ts';

describe('a project', () => {
  const main = aWorkflow(
    [
      {
        id: 'call',
        type: 'ird:SubroutineBlock',
        name: 'Call',
        settings: { uri: '/Workflows/Sub.workflow' },
        inner: '<parameters name="kind" value="kind"/><parameters name="answer" value="kind" type="output"/>',
      },
      exit,
    ],
    [['call', 'exit']],
    { kind: "''" },
  );
  const sub = aWorkflow([exit], [], { kind: "''" });
  const ipd = aDiagram(
    'ipd:IpdDiagram',
    [
      {
        id: 'w',
        type: 'ipd:WorkflowBlock',
        name: 'MainWorkflow',
        settings: { resource: 'Workflows/Main.workflow' },
        at: [400, 60],
      },
      {
        id: 'q',
        type: 'ipd:InteractionQueueBlock',
        name: 'Inbound',
        inner: '<views name="All" condition="Priority &gt; 3"/>',
      },
      { id: 'm', type: 'ipd:MediaServerBlock', name: 'E-mail', inner: '<endpoints name="support"/>' },
      { id: 'gone', type: 'ipd:WorkflowBlock', name: 'Gone', settings: { resource: 'Workflows/Gone.workflow' } },
    ],
    [
      ['q', 'w', 'All'],
      ['m', 'q', 'support'],
    ],
  );

  test('of an interaction process and workflows becomes one process with queues, endpoints and subroutines', () => {
    const { process, errors, report, bundle } = imported({
      'Interaction Processes/default.ixnprocess': ipd,
      'Workflows/Main.workflow': main,
      'Workflows/Sub.workflow': sub,
      '.project': '<projectDescription><name>Support</name></projectDescription>',
    });

    expect(errors).toEqual([]);
    expect(process.name).toBe('Support');
    expect(process.endpoints).toEqual({ support: { media: 'email', queue: 'Inbound' } });
    expect(process.queues.Inbound?.views.All?.submitter?.strategy).toBe('Main');
    expect(process.strategies.Sub?.kind).toBe('subroutine');
    expect(process.strategies.Sub?.blocks.exit1?.type).toBe('exit');
    expect(process.strategies.Main?.blocks.call).toMatchObject({
      type: 'call-subroutine',
      config: { strategy: 'Sub', in: { kind: { js: 'vars.kind' } }, out: { answer: 'kind' } },
    });
    expect(process.strategies.Gone).toBeDefined();
    expect(report.items.find(({ name }) => name === 'Gone')?.level).toBe('placeholder');
    expect(bundle.layout.process.positions['strategy:Main']).toEqual({ x: 400, y: 60 });
  });

  test('says of code that was generated from a diagram only that it was, and reads what is written by hand', () => {
    const machine =
      '<scxml xmlns="x" initial="a"><state id="a"><transition event="q.done" target="$$_MY_PREFIX_$$.b"/><transition event="error.q" target="c"/></state>' +
      '<state id="c"><transition target="b"/></state><final id="b"/></scxml>';
    const { process, errors, report } = imported({
      'Workflows/Main.workflow': aWorkflow([exit]),
      'src-gen/Main.scxml': machine,
      'src/subRoutines/Query.scxml': machine,
    });

    expect(errors).toEqual([]);
    expect(report.files.map(({ path, status }) => [path, status])).toContainEqual(['src-gen/Main.scxml', 'generated']);
    expect(process.strategies.Query?.kind).toBe('subroutine');
    expect(process.strategies.Query?.blocks.a?.ports).toEqual({ next: 'b', error: 'c' });
    expect(report.count).toMatchObject({ blocks: 5, lost: 0 });
  });

  test('with callflows keeps each as a subroutine, and tells of their blocks one by one', () => {
    const callflow = aDiagram(
      'gvp:CallflowDiagram',
      [
        { id: 'e', type: 'gvp:EntryBlock', name: 'Entry1' },
        { id: 'p', type: 'gvp:PromptBlock', name: 'Hello' },
      ],
      [['e', 'p']],
    );
    const play = {
      id: 'play',
      type: 'ird:PlayApplicationBlock',
      name: 'Play',
      settings: { resource: '/Callflows/Welcome.callflow' },
      inner: '<parameters name="first" value="\'Jo\'"/><parameters name="spoken" value="spoken" type="output"/>',
    };
    const { process, errors, report } = imported({
      'Callflows/Welcome.callflow': callflow,
      'Workflows/Main.workflow': aWorkflow([play, exit], [['play', 'exit']]),
    });

    expect(errors).toEqual([]);
    expect(process.strategies.Main?.blocks.play?.config).toEqual({
      strategy: 'Welcome (callflow)',
      in: { first: 'Jo' },
      out: { spoken: 'spoken' },
    });
    expect(process.strategies['Welcome (callflow)']).toMatchObject({
      kind: 'subroutine',
      blocks: { hello: { type: 'script', config: { code: expect.stringContaining('Hello (gvp:PromptBlock)') } } },
    });
    expect(report.items.filter(({ file }) => file.endsWith('.callflow'))).toMatchObject([
      { name: 'Entry1', level: 'exact' },
      { name: 'Hello', level: 'placeholder' },
    ]);
  });

  test('with callflows takes over what of them is no voice: their state, branches, calls and what they return', () => {
    const entry = (variables: string) => ({ id: 'e', type: 'gvp:EntryBlock', name: 'Entry1', inner: variables });
    const variable = (name: string, type = 'User') => `<variables name="${name}" value="''" type="${type}"/>`;
    const main = aDiagram(
      'gvp:CallflowDiagram',
      [
        entry(variable('card') + variable('who')),
        {
          id: 'b',
          type: 'gvp:BranchingBlock',
          name: 'Which',
          inner:
            '<conditions name="gold" expression="AppState.card.kind == \'gold\' &amp;&amp; AppState.ANI != \'\'"/>',
        },
        {
          id: 'c',
          type: 'gvp:SubdialogBlock',
          name: 'Check',
          settings: { uri: 'workspace:///Care/Callflows/Check.callflow' },
          inner:
            '<parameters name="card" value="AppState.card" type="inout"/><parameters name="kind" value="1" description="Enter Description"/>',
        },
        { id: 'x', type: 'gvp:ExitBlock', name: 'Done' },
      ],
      [
        ['e', 'b'],
        ['b', 'c', 'gold'],
        ['b', 'x', 'default'],
        ['c', 'x'],
      ],
    );
    const check = aDiagram(
      'gvp:CallflowDiagram',
      [
        entry(variable('card', 'Input') + variable('result')),
        { id: 'x', type: 'gvp:ExitBlock', name: 'Done', inner: '<returnValues>result</returnValues>' },
      ],
      [['e', 'x']],
    );
    const { process, errors, report } = imported({
      'Callflows/Main.callflow': main,
      'Callflows/Check.callflow': check,
    });

    expect(errors).toEqual([]);
    const { which, check: call } = process.strategies['Main (callflow)']?.blocks ?? {};
    expect(which?.config).toMatchObject({
      segments: [{ port: 'gold', condition: { js: "vars.card.kind == 'gold' && vars.ANI != ''" } }],
    });
    expect(call).toMatchObject({
      type: 'call-subroutine',
      config: {
        strategy: 'Check (callflow)',
        in: { card: { js: 'vars.card' }, kind: { js: '1' } },
        out: { card: 'card' },
      },
    });
    expect(process.strategies['Check (callflow)']?.blocks['entry1']?.config).toMatchObject({
      variables: { card: { direction: 'in-out' }, result: { direction: 'out' }, kind: { direction: 'in' } },
    });
    expect(report.count).toMatchObject({ blocks: 6, placeholder: 0, lost: 0 });
    expect(report.items.find(({ name }) => name === 'Which')?.reasons.join()).toContain('AppState.ANI');
  });

  test('whose diagrams call in a ring, or call what the process starts, still checks clean', () => {
    const calling = (path: string) =>
      aWorkflow(
        [{ id: 'c', type: 'ird:SubroutineBlock', name: 'Call', settings: { uri: path } }, exit],
        [['c', 'exit']],
      );
    const { errors, report } = imported({
      'Interaction Processes/default.ixnprocess': ipd,
      'Workflows/Main.workflow': calling('Workflows/A.workflow'),
      'Workflows/A.workflow': calling('Workflows/B.workflow'),
      'Workflows/B.workflow': calling('Workflows/A.workflow'),
      'Workflows/C.workflow': calling('Workflows/Main.workflow'),
    });

    expect(errors).toEqual([]);
    expect(report.count.lost).toBe(0);
  });
});

describe('what files hold', () => {
  test('types may stand in xsi:type, and ids may be missing or there twice', () => {
    const text = aDiagram(
      'ird:StrategyDiagram',
      [
        { id: 'a', type: 'ird:EntryBlock' },
        { id: 'x', type: 'ird:ExitBlock' },
        { id: 'x', type: 'ird:ExitBlock' },
      ],
      [['a', 'x']],
      { typeAttribute: 'xsi:type' },
    );
    const { report, errors } = imported({
      'a.workflow': text.replace('xmi:id="a"', '').replace('fromBlock="a"', 'fromBlock="//@blocks.0"'),
    });

    expect(errors).toEqual([]);
    expect(report.count).toMatchObject({ blocks: 3, exact: 3, lost: 0 });
  });

  test('positions are spread only as far as larger cards need, and notes come over', () => {
    const blocks = [
      { id: 'entry', type: 'ird:EntryBlock', at: [0, 0] },
      { ...exit, at: [148, 0] },
    ] as const;
    const notes =
      '<children type="Note" description="Mind the gap"><layoutConstraint x="10" y="20" width="200" height="60"/></children>';
    const { bundle } = imported({
      'a.workflow': aDiagram('ird:StrategyDiagram', blocks, [['entry', 'exit']], { notes }),
    });

    expect(bundle.layout.strategies.a?.positions).toMatchObject({ entry: { x: 0, y: 0 }, exit1: { x: 296, y: 0 } });
    expect(bundle.layout.strategies.a?.notes['note-1']).toMatchObject({ text: 'Mind the gap', x: 20, y: 20 });
  });

  test.each([
    ['nothing', ''],
    ['no XML', 'PK\u0003\u0004 or anything else'],
    ['XML that ends in the middle', aWorkflow([exit]).slice(0, 700)],
    [
      'a document type with entities that multiply',
      `<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>${aWorkflow([exit]).replace('Exit1', '&b;')}`,
    ],
    [
      'an entity from outside',
      `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${aWorkflow([exit]).replace('Exit1', '&x;')}`,
    ],
    ['elements in elements without end', '<a>'.repeat(50_000)],
    ['no diagram', '<html><body/></html>'],
    ['an empty diagram', aDiagram('ird:StrategyDiagram', [])],
    ['control characters', aWorkflow([{ ...exit, name: 'Ex\u0001it' }])],
    [
      'names that are special here',
      aWorkflow([{ ...exit, id: '__proto__', name: '__proto__' }], [], { ['__proto__']: '1', constructor: '2' }),
    ],
  ])('%s makes no project fail, and nothing is lost', (_, text) => {
    const { report } = imported({ 'Workflows/Main.workflow': text, '__proto__.workflow': text });

    expect(report.count.lost).toBe(0);
    expect(report.count.blocks).toBe(report.items.length);
    expect(JSON.stringify(report)).not.toContain('root:');
  });

  test('an entity nobody declared stays as it is written', () => {
    const { report } = imported({
      'a.workflow': aWorkflow([{ ...exit, name: 'X' }]).replace('name="X"', 'name="&custom;"'),
    });

    expect(report.items.map(({ name }) => name)).toContain('&custom;');
    expect(report.files[0]?.remarks[0]).toContain('undefined entity');
  });

  test('event handlers of the session are told of, and those of its author by name', () => {
    const workflowBlock = { id: 'w', type: 'ipd:WorkflowBlock' };
    const inner = `<events event="interaction.added" body="${escaped('<log expr="1"/>')}"/><events event="my.event"/>`;
    const { report } = imported({ 'a.ixnprocess': aDiagram('ipd:IpdDiagram', [workflowBlock], [], { inner }) });

    expect(report.files[0]?.remarks[0]).toMatch(/^2 event handlers.*Look at those for my\.event/);
  });
});

test('what comes over runs: a placeholder says what it was and goes on, and times of day are told by zone', async () => {
  const rows =
    '<assignData Key="day" Value="_genesys.session.dayInZone(\'ECT\')"/><assignData Key="at" Value="_genesys.session.timeInZone(\'GMT\')"/>';
  const conditions =
    '<conditions name="weekend" expression="day == _genesys.session.day.Saturday"/>' +
    '<conditions name="open" expression="at &lt; \'09:00:00\'"/>';
  const text = aWorkflow(
    [
      { id: 'set', type: 'ird:AssignBlock', name: 'Now', inner: rows },
      { id: 'b', type: 'ird:BranchingBlock', name: 'When', inner: conditions },
      { id: 'play', type: 'ird:PlayMessageBlock', name: 'Hello' },
      exit,
    ],
    [
      ['set', 'b'],
      ['b', 'exit', 'weekend'],
      ['b', 'play', 'open'],
      ['b', 'exit', 'default'],
      ['play', 'exit'],
    ],
    { day: 'null', at: 'null' },
  );

  const { process, report } = imported({ 'Workflows/Main.workflow': text });
  const item = (name: string) => report.items.find((one) => one.name === name);

  const { state, path } = await runStrategy(process, 'Main');

  expect(state).toBe('ended');
  expect(path.map(({ block, port }) => `${block} ${port}`)).toEqual([
    'entry next',
    'now next',
    'when open',
    'hello next',
    'exit1 stopped',
  ]);
  expect(item('Now')).toMatchObject({ level: 'near', reasons: ['The time zone "ECT" is taken as Europe/Paris.'] });
  expect(item('When')?.level).toBe('exact');
});
