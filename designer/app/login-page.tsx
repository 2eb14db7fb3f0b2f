import { Button, Card, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { shell as t } from '../kit/messages/en/shell.ts';
import { ProblemNote } from '../kit/problem.tsx';
import { meKey } from '../kit/query-client.ts';
import { Brand } from './brand.tsx';
import classes from './login.module.css';
import { logIn } from './session.ts';

// there is nothing else to do on this page
function focusOnce(input: HTMLInputElement | null): void {
  input?.focus();
}

/** Asks for user name and password. */
export function LoginPage() {
  const client = useQueryClient();
  const [userName, setUserName] = useState('');
  const [password, setPassword] = useState('');
  const login = useMutation({
    mutationFn: () => logIn(userName.trim(), password),
    onSuccess: (me) => client.setQueryData(meKey, me),
  });
  return (
    <main className={classes.page}>
      <Card
        component="form"
        className={classes.card}
        onSubmit={(event: React.FormEvent) => {
          event.preventDefault();
          login.mutate();
        }}
      >
        <Stack gap="md">
          <Brand />
          <Title order={1}>{t.login.title}</Title>
          <TextInput
            label={t.login.userName}
            value={userName}
            onChange={(event) => setUserName(event.currentTarget.value)}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            ref={focusOnce}
            required
            withAsterisk={false}
          />
          <PasswordInput
            label={t.login.password}
            size="sm"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            autoComplete="current-password"
            required
            withAsterisk={false}
          />
          <ProblemNote error={login.error} />
          <Button type="submit" size="sm" loading={login.isPending}>
            {t.login.submit}
          </Button>
          <Text size="xs" className={classes.help}>
            {t.login.firstTime}
          </Text>
        </Stack>
      </Card>
    </main>
  );
}
