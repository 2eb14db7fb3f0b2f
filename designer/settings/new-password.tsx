import { Button } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { type Person, personSchema } from '#dsl/protocol/people.ts';
import { api } from '../kit/api.ts';
import { ConfirmDialog } from '../kit/form/confirm-dialog.tsx';
import { people as t } from '../kit/messages/en/people.ts';
import { makeOneTimePassword } from './one-time-password.ts';
import { fullName } from './person-draft.ts';

/** Gives somebody who forgot theirs a new one-time password. */
export function NewPassword(props: {
  readonly person: Person;
  readonly onPassword: (password: { name: string; secret: string }) => void;
}) {
  const { id, ...person } = props.person;
  const [isOpen, setOpen] = useState(false);
  const name = fullName(person);
  const reset = async (): Promise<void> => {
    const password = makeOneTimePassword();
    await api.send('PUT', `/api/people/${id}`, { ...person, password }, personSchema);
    props.onPassword({ name, secret: password });
  };
  return (
    <>
      <Button variant="subtle" leftSection={<IconKey size={15} />} onClick={() => setOpen(true)}>
        {t.newPassword}
      </Button>
      <ConfirmDialog
        name={name}
        title={t.newPasswordTitle(name)}
        button={t.newPasswordMake}
        isHarmless
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        onConfirm={reset}
      >
        {t.newPasswordHelp}
      </ConfirmDialog>
    </>
  );
}
