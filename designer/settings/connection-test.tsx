import { Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconPlugConnected } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { z } from 'zod';
import { connectionTestSchema } from '#dsl/protocol/settings.ts';
import { api } from '../kit/api.ts';
import { messageOf } from '../kit/problem.tsx';
import classes from './settings.module.css';

/** What came of a test. */
export type ConnectionResult = z.infer<typeof connectionTestSchema>;

/** Texts of a test. */
export interface ConnectionTestTexts {
  readonly test: string;
  readonly ok: (result: ConnectionResult) => string;
  readonly failed: string;
}

/** A button that tries the settings as they stand in the form, and what came of it. Forgets the result once they change. */
export function ConnectionTest(props: {
  readonly path:
    | '/api/mailboxes/test'
    | '/api/smtp-out/test'
    | '/api/data-sources/test'
    | '/api/sms-channels/test'
    | '/api/social-accounts/test';
  /** What is tried; `undefined` when the form has faults, which `onFaults` then shows. */
  readonly settings: () => unknown;
  /** Changes whenever the settings do. */
  readonly stamp: unknown;
  readonly texts: ConnectionTestTexts;
}) {
  const { path, settings, stamp, texts } = props;
  const test = useMutation({ mutationFn: (body: unknown) => api.send('POST', path, body, connectionTestSchema) });
  const { reset } = test;
  const tried = useRef(stamp);
  useEffect(() => {
    if (tried.current !== stamp) reset();
    tried.current = stamp;
  }, [stamp, reset]);
  const run = (): void => {
    const body = settings();
    if (body !== undefined) test.mutate(body);
  };
  return (
    <Stack gap="xs" align="stretch">
      <div>
        <Button variant="default" leftSection={<IconPlugConnected size={16} />} loading={test.isPending} onClick={run}>
          {texts.test}
        </Button>
      </div>
      <output>
        {test.data !== undefined && <Result result={test.data} texts={texts} />}
        {test.error !== null && <Result result={{ ok: false, reason: messageOf(test.error) }} texts={texts} />}
      </output>
    </Stack>
  );
}

function Result(props: { readonly result: ConnectionResult; readonly texts: ConnectionTestTexts }) {
  const { result, texts } = props;
  const Icon = result.ok ? IconCircleCheck : IconAlertTriangle;
  return (
    <span className={classes.result} data-ok={result.ok}>
      <Icon size={18} aria-hidden />
      <span>
        {result.ok ? texts.ok(result) : <strong>{texts.failed}</strong>}
        {result.reason !== undefined && (
          <Text component="span" size="sm" display="block">
            {result.reason}
          </Text>
        )}
      </span>
    </span>
  );
}
