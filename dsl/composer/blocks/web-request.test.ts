import { expect, test } from 'vitest';
import { exitBlock as exit, importWorkflow as workflow } from '#test/support/import-workflow.ts';

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
