import { expect, test } from 'vitest';
import { aWorkflow, type DiagramBlock, type DiagramLink } from '#test/support/composer-project.ts';
import { parseBundle } from '../check/parse-bundle.ts';
import { importProject } from './import-project.ts';

const exit: DiagramBlock = { id: 'exit', type: 'ird:ExitBlock', name: 'Exit1' };

function imported(files: Readonly<Record<string, string>>) {
  const result = importProject(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    'Project',
  );
  const { process, diagnostics } = parseBundle(JSON.parse(JSON.stringify(result.bundle)));
  if (process === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  return { ...result, process, errors };
}

function workflow(
  blocks: readonly DiagramBlock[],
  links: readonly DiagramLink[],
  variables: Readonly<Record<string, string>> = {},
) {
  const result = imported({ 'Workflows/Main.workflow': aWorkflow(blocks, links, variables) });
  const { blocks: ours = {} } = result.process.strategies.Main ?? {};
  const item = (name: string) => result.report.items.find((one) => one.name === name);
  return { ...result, ours, item };
}

test('a workflow of blocks that both sides have comes over exactly and checks clean', () => {
  const assign = {
    id: 'set',
    type: 'ird:AssignBlock',
    name: 'Set Level',
    inner: '<assignData Key="level" Value="\'gold\'"/>',
  };
  const { ours, report, errors } = workflow([assign, exit], [['set', 'exit']], {
    level: "'none'",
    tries: '3',
    box: 'new Object()',
  });

  expect(errors).toEqual([]);
  expect(report.count).toEqual({ files: 1, blocks: 3, exact: 3, near: 0, placeholder: 0, lost: 0 });
  expect(ours['set-level']).toMatchObject({
    type: 'assign',
    name: 'Set Level',
    config: { assignments: [{ variable: 'level', value: 'gold' }] },
    ports: { next: 'exit1' },
  });
  expect(ours.exit1?.type).toBe('stop-interaction');
  expect(ours.entry?.config).toMatchObject({
    variables: {
      level: { type: 'string', default: 'none' },
      tries: { type: 'integer', default: 3 },
      box: { type: 'object', default: {} },
    },
  });
});

test('branches keep their conditions over our names, and the way for none of them', () => {
  const conditions = [
    "level == 'gold' &amp;amp;&amp;amp; tries &lt; 3",
    "_genesys.ixn.interactions[system.InteractionID].udata.Kind === 'x'",
  ];
  const inner = conditions.map((text, index) => `<conditions name="way ${index}" expression="${text}"/>`).join('');
  const { ours, item } = workflow(
    [{ id: 'b', type: 'ird:BranchingBlock', name: 'Which', inner }, exit],
    [
      ['b', 'exit', 'way 0'],
      ['b', 'exit', 'way 1'],
      ['b', 'exit', 'default'],
    ],
    { level: "''", tries: '0' },
  );

  expect(item('Which')?.level).toBe('exact');
  expect(ours.which).toMatchObject({
    config: {
      segments: [
        { port: 'way 0', condition: { js: "vars.level == 'gold' && vars.tries < 3" } },
        { port: 'way 1', condition: { js: "data.Kind === 'x'" } },
      ],
    },
    ports: { 'way 0': 'exit1', 'way 1': 'exit1', default: 'exit1' },
  });
});

test('a condition nobody can tell never holds, is kept in the note and is left for a person', () => {
  const inner = '<conditions name="weekend" expression="day == _genesys.queue.rType.RouteTypeDDD"/>';
  const { ours, item, errors } = workflow(
    [{ id: 'b', type: 'ird:BranchingBlock', inner }, exit],
    [
      ['b', 'exit', 'weekend'],
      ['b', 'exit', 'default'],
    ],
    { day: 'null' },
  );

  expect(errors).toEqual([]);
  expect(item('b')).toMatchObject({
    level: 'placeholder',
    reasons: [expect.stringContaining('_genesys.queue.rType.RouteTypeDDD')],
  });
  expect(ours.b?.config).toEqual({ segments: [{ port: 'weekend', condition: { js: 'false' } }] });
  expect(ours.b?.note).toContain('weekend: day == _genesys.queue.rType.RouteTypeDDD');
});

test('scripts come over when every name in them is known, and else are kept as comments of a placeholder', () => {
  const known = "level = getuData('Level', system.InteractionID);\r\n__Log('level ' + level);";
  const unknown = 'level = lookUp(system.InteractionID);';
  const { ours, item } = workflow(
    [
      { id: 'a', type: 'ird:EcmaScriptBlock', name: 'known', settings: { script: known } },
      { id: 'b', type: 'ird:EcmaScriptBlock', name: 'unknown', settings: { script: unknown } },
      exit,
    ],
    [
      ['a', 'b'],
      ['b', 'exit'],
    ],
    { level: "''" },
  );

  expect(item('known')?.level).toBe('exact');
  expect(ours.known?.config.code).toBe("vars.level = data['Level'];\nlog('level ' + vars.level);");
  expect(item('unknown')).toMatchObject({
    level: 'placeholder',
    reasons: ['It uses "lookUp", which the diagram does not declare.'],
  });
  expect(ours.unknown?.config.code).toContain(`// script = ${unknown}`);
  expect(ours.unknown?.ports).toEqual({ next: 'exit1' });
});

test('a target becomes a route: its groups, its time, and the submission that fails as the way for when time is over', () => {
  const inner =
    '<targets name="Support"/><targets name="\'Billing &gt; 1\'" targetType="Skill"/><targets name="jo" targetType="Agent"/>' +
    '<statistic value="StatOfTheMoon" Source="Configuration Server"/>';
  const { ours, item, bundle } = workflow(
    [
      { id: 't', type: 'ird:TargetBlock', name: 'Target', settings: { timeout: '10' }, inner },
      exit,
      { ...exit, id: 'late', name: 'Late' },
    ],
    [
      ['t', 'exit'],
      ['t', 'late', 'error.queue.submit'],
      ['t', 'late', 'queue.cancel.done'],
    ],
  );

  expect(ours.target).toMatchObject({
    type: 'route-interaction',
    config: { targets: [{ agentGroup: 'Support' }, { skill: 'Billing > 1' }, { agent: 'jo' }], timeoutSeconds: 10 },
    ports: { routed: 'exit1', timeout: 'late', error: 'late' },
  });
  expect(item('Target')).toMatchObject({
    level: 'near',
    reasons: [expect.stringContaining('StatOfTheMoon')],
  });
  expect(bundle.agentGroups).toMatchObject([{ name: 'Support', members: [] }]);
});

test('attached data takes literals and variables, and needs no way for when it takes too long', () => {
  const row = (key: string, value: string) => `<assignData><Key value="${key}"/><Value ${value}/></assignData>`;
  const inner = row('Kind', 'value="mail"') + row('Level', 'value="level" Source="Variable"');
  const { ours, item } = workflow(
    [{ id: 'u', type: 'ird:UserDataBlock', name: 'Attach', inner }, exit, { ...exit, id: 'late' }],
    [
      ['u', 'exit'],
      ['u', 'late', 'timeout'],
    ],
    { level: "''" },
  );

  expect(item('Attach')?.level).toBe('exact');
  expect(ours.attach?.config).toEqual({
    entries: [
      { key: 'Kind', value: 'mail' },
      { key: 'Level', value: { js: 'vars.level' } },
    ],
  });
});

test('an exception of Entry catches what every block leaves open', () => {
  const set = { id: 'set', type: 'ird:AssignBlock', name: 'Set', inner: '<assignData Key="x" Value="1"/>' };
  const { ours } = workflow(
    [set, exit, { id: 'log', type: 'ird:LogBlock', name: 'Log', inner: "<loggingDetails>'failed'</loggingDetails>" }],
    [
      ['set', 'exit'],
      ['entry', 'log', 'error'],
      ['log', 'exit'],
    ],
  );

  expect(ours.set?.ports).toEqual({ next: 'exit1', error: 'log' });
  expect(ours.log).toMatchObject({ type: 'script', config: { code: 'log("failed");\n' } });
  expect(ours.log?.ports.error).toBeUndefined();
});

test('a block under a condition gets an If before it, and one that is switched off is passed by', () => {
  const set = {
    id: 'set',
    type: 'ird:AssignBlock',
    name: 'Set',
    inner: '<assignData Key="x" Value="1"/>',
    settings: { condition: 'x &gt; 0' },
  };
  const off = {
    id: 'off',
    type: 'ird:AssignBlock',
    name: 'Off',
    inner: '<assignData Key="x" Value="2"/>',
    settings: { enableStatus: 'Disabled' },
  };
  const { ours, item, errors } = workflow(
    [{ ...set, settings: { condition: 'x > 0' } }, off, exit],
    [
      ['set', 'off'],
      ['off', 'exit'],
    ],
    { x: '0' },
  );

  expect(errors).toEqual([]);
  expect(ours.entry?.ports.next).toBe('set-condition');
  expect(ours['set-condition']).toMatchObject({
    type: 'if',
    config: { condition: { js: 'vars.x > 0' } },
    ports: { true: 'set', false: 'off' },
  });
  expect(ours.off?.type).toBe('script');
  expect(item('Off')?.level).toBe('near');
});

test('ways that lead nowhere end in the error queue instead of getting stuck', () => {
  const { ours, errors } = workflow(
    [{ id: 'set', type: 'ird:AssignBlock', inner: '<assignData Key="x" Value="1"/>' }],
    [],
  );

  expect(errors).toEqual([]);
  expect(ours['not-connected']).toMatchObject({ type: 'queue-interaction', config: { queue: 'ErrorHeld' } });
});

test('a block of a kind nobody knows runs as a placeholder that keeps its settings, its note and its ways on', () => {
  const inner = '<parameters name="depth" value="3"/>';
  const { ours, item, errors } = workflow(
    [
      { id: 'n', type: 'next:QuantumBlock', name: 'Leap', settings: { strength: '9', notes: 'Ask Jo.' }, inner },
      exit,
      { ...exit, id: 'other', name: 'Other' },
    ],
    [
      ['n', 'exit'],
      ['n', 'other', 'sideways'],
      ['n', 'other', 'error.leap'],
    ],
  );

  expect(errors).toEqual([]);
  expect(item('Leap')?.level).toBe('placeholder');
  expect(ours.leap).toMatchObject({ type: 'script', ports: { next: 'exit1', sideways: 'other', error: 'other' } });
  expect(ours.leap?.config).toMatchObject({ code: expect.stringContaining('// strength = 9'), exits: ['sideways'] });
  expect(ours.leap?.note).toMatch(/^Ask Jo\./);
});

test('statistics of agents and shares by percentage come over as what they are here', () => {
  const statistic = '<statistic value="StatAgentLoading" Source="Configuration Server"/>';
  const shares = '<targets name="North" weight="60"/><targets name="South" weight="40"/>';
  const { ours, item, errors } = workflow(
    [
      {
        id: 'a',
        type: 'ird:TargetBlock',
        name: 'Least',
        settings: { statisticsOrder: 'Min', clearTargets: 'true' },
        inner: `<targets name="North"/>${statistic}`,
      },
      {
        id: 'b',
        type: 'ird:TargetBlock',
        name: 'Shares',
        settings: { statisticsOrder: 'Percentage', clearTargets: 'true' },
        inner: shares,
      },
      exit,
    ],
    [
      ['a', 'exit'],
      ['a', 'b', 'error.queue.submit'],
      ['b', 'exit'],
      ['b', 'exit', 'error.queue.submit'],
    ],
  );

  expect(errors).toEqual([]);
  expect(item('Least')?.level).toBe('exact');
  expect(ours.least?.config).toEqual({
    targets: [{ agentGroup: 'North' }],
    statistic: 'agent-loading',
    optimum: 'min',
  });
  expect(item('Shares')?.level).toBe('exact');
  expect(ours.shares).toMatchObject({
    type: 'percentage',
    config: {
      targets: [
        { agentGroup: 'North', percent: 60 },
        { agentGroup: 'South', percent: 40 },
      ],
    },
  });
});

test('a web request keeps its address, parameters, headers and the variables its answer goes into', () => {
  const inner =
    '<inputParameters name="number" value="phone"/><customHTTPHeaders name="X-From" value="ivr"/>' +
    '<customHTTPHeaders name="authorization" value="token" Source="Variable"/>';
  const settings = {
    uri: 'Variable(address)',
    outputResult: 'Variable(answer)',
    statusCode: 'Variable(status)',
    retries: '3',
  };
  const { ours, item, errors } = workflow(
    [
      { id: 'get', type: 'ird:HTTPRestBlock', name: 'Get', settings, inner },
      {
        id: 'post',
        type: 'ird:HTTPRestBlock',
        name: 'Post',
        settings: {
          ...settings,
          uri: 'https://a.example/b',
          requestMethod: 'post',
          jsonPayload: 'Variable(answer)',
          useJSONPayload: 'true',
        },
      },
      exit,
    ],
    [
      ['get', 'post'],
      ['post', 'exit'],
      ['post', 'exit', 'error'],
    ],
    { address: "''", phone: "''", token: "''", answer: 'undefined', status: 'undefined' },
  );

  expect(errors).toEqual([]);
  expect(ours.get).toMatchObject({
    type: 'http-request',
    config: {
      method: 'GET',
      url: { js: 'vars.address' },
      query: { number: { js: 'vars.phone' } },
      headers: { 'X-From': 'ivr', authorization: { js: 'vars.token' } },
      retries: 3,
      variables: { answer: 'body', status: 'status' },
    },
  });
  expect(item('Get')?.reasons).toEqual([expect.stringContaining('secret under Settings')]);
  expect(item('Post')?.level).toBe('exact');
  expect(ours.post?.config).toMatchObject({ method: 'POST', url: 'https://a.example/b', body: { js: 'vars.answer' } });
});
