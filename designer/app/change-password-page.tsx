import { Button, Card, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { api } from '../kit/api.ts';
import { shell as t } from '../kit/messages/en/shell.ts';
import { ProblemNote } from '../kit/problem.tsx';
import { meKey } from '../kit/query-client.ts';
import { Brand } from './brand.tsx';
import classes from './login.module.css';

// as changePasswordSchema asks
const shortest = 10;

/** The page somebody with a one-time password sees until it is changed. */
export function ChangePasswordPage() {
  return (
    <main className={classes.page}>
      <Card className={classes.card}>
        <Stack gap="md">
          <Brand />
          <div>
            <Title order={1}>{t.password.title}</Title>
            <Text size="sm" className={classes.help} mt={4}>
              {t.password.forced}
            </Text>
          </div>
          <ChangePasswordForm currentLabel={t.password.oneTime} />
        </Stack>
      </Card>
    </main>
  );
}

/** Changes the own password; `onDone` is called once the server took it. */
export function ChangePasswordForm(props: { readonly currentLabel: string; readonly onDone?: () => void }) {
  const client = useQueryClient();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const isShort = next !== '' && next.length < shortest;
  const isDifferent = again !== '' && again !== next;
  const change = useMutation({
    mutationFn: () => api.send('POST', '/api/me/password', { current, next }, z.unknown()),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: meKey });
      props.onDone?.();
    },
  });
  const field = { size: 'sm', required: true, withAsterisk: false } as const;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (next.length >= shortest && next === again) change.mutate();
      }}
    >
      <Stack gap="md">
        <PasswordInput
          {...field}
          label={props.currentLabel}
          value={current}
          autoComplete="current-password"
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <PasswordInput
          {...field}
          label={t.password.next}
          description={t.password.nextHelp}
          value={next}
          autoComplete="new-password"
          error={isShort && t.password.short}
          onChange={(event) => setNext(event.currentTarget.value)}
        />
        <PasswordInput
          {...field}
          label={t.password.again}
          value={again}
          autoComplete="new-password"
          error={isDifferent && t.password.different}
          onChange={(event) => setAgain(event.currentTarget.value)}
        />
        <ProblemNote error={change.error} />
        <Button type="submit" size="sm" loading={change.isPending} disabled={isShort || isDifferent}>
          {t.password.submit}
        </Button>
      </Stack>
    </form>
  );
}
