import { expect, test } from 'vitest';
import { aDiagram, aWorkflow, escaped } from '#test/support/composer-project.ts';
import { exitBlock as exit, importFiles } from '#test/support/import-workflow.ts';
import { isSecretName, withoutSecrets } from './secret-texts.ts';

test.each([
  ['https://a.example/x?n=1&api_key=Hush42', 'https://a.example/x?n=1&api_key='],
  ['https://jo:Hush42@a.example/', 'https://jo:@a.example/'],
  ["var dbPassword = 'Hush42';", "var dbPassword = '';"],
  ['{"client_secret": "Hush42"}', '{"client_secret": ""}'],
  ['<x name="apiKey" b="1" value="Hush42"/>', '<x name="apiKey" b="1" value=""/>'],
  ['Authorization: Bearer Hush42Hush42Hush42', 'Authorization: Bearer '],
])('takes the secret out of %s', (text, cleaned) => {
  expect(withoutSecrets(text).text).toBe(cleaned);
});

test.each([
  'Basic Troubleshooting',
  "if (token == 'none')",
  "passed = 'yes'",
  'https://a.example/?number=5',
  "keyPressed = '5'",
])('leaves %s as it is', (text) => {
  expect(withoutSecrets(text)).toEqual({ text, names: [] });
});

test.each(['keyPressed', 'tokens', 'Category', 'passengers', 'compass'])(
  'does not take %s for the name of a secret',
  (name) => {
    expect(isSecretName(name)).toBe(false);
  },
);

test('no secret of a project comes into the draft or the report, wherever it stands, and each is told of', () => {
  const secret = 'Hush42Hush42Hush42';
  const header = (name: string) => `<customHTTPHeaders name="${name}" value="${secret}"/>`;
  const request = (id: string, inner: string, settings: Readonly<Record<string, string>> = {}) => ({
    id,
    type: 'ird:HTTPRestBlock',
    name: id,
    settings: { uri: 'https://a.example/x', ...settings },
    inner,
  });
  const blocks = [
    request('header', header('X-API-Key')),
    request('two', header('X-API-Key') + header('auth-token')),
    request('query', `<inputParameters name="apikey" value="'${secret}'"/>`),
    request('url', '', { uri: `https://a.example/x?token=${secret}` }),
    request('body', '', { requestMethod: 'post', jsonPayload: `{"password": "${secret}"}`, useJSONPayload: 'true' }),
    request('ssl', `<SSLprivateKeyPassword value="${secret}"/>`),
    { id: 'script', type: 'ird:EcmaScriptBlock', settings: { script: `var accessToken = '${secret}';` } },
    {
      id: 'unknown',
      type: 'ird:QuantumBlock',
      settings: { password: secret },
      inner: `<row name="secret" value="${secret}"/>`,
    },
    { id: 'assign', type: 'ird:AssignBlock', inner: `<assignData Key="clientSecret" Value="'${secret}'"/>` },
    {
      id: 'data',
      type: 'ird:UserDataBlock',
      inner: `<assignData><Key value="ApiKey"/><Value value="${secret}"/></assignData>`,
    },
    {
      id: 'broken',
      type: 'ird:SubroutineBlock',
      settings: { uri: 'none' },
      inner: `<parameters name="password" value="'${secret}'"/>`,
    },
    exit,
  ];
  const result = importFiles({
    'Workflows/Main.workflow': aWorkflow(blocks, [], { apiKey: `'${secret}'`, plain: "'x'" }),
    'Workflows/Torn.workflow': `<a><blocks name="B"><row name="password" value="${secret}"/><blocks`,
    'p.ixnprocess': aDiagram(
      'ipd:IpdDiagram',
      [{ id: 'm', type: 'ipd:OddBlock', settings: { password: secret } }],
      [],
      {
        inner: `<events event="x" body="${escaped(`<fetch url="https://a.example/?api_key=${secret}"/>`)}"/>`,
      },
    ),
    '.projectvars': `<v><variables name="apiSecret" value="'${secret}'" type="Project"/></v>`,
  });

  expect(JSON.stringify(result.bundle)).not.toContain(secret);
  expect(JSON.stringify(result.report)).not.toContain(secret);
  const reasons = (name: string) => result.report.items.find((item) => item.name === name)?.reasons.join('\n');
  for (const { id } of blocks.slice(0, -1)) expect(reasons(id), id).toMatch(/secret/i);
  expect(reasons('Entry')).toContain('"apiKey"');
  expect(result.process.strategies['Main']?.blocks['header']?.config).toMatchObject({
    secret: 'Composer X-API-Key',
    secretAs: 'header',
    secretFor: 'X-API-Key',
  });
});
