import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { signatureSchema } from '#dsl/protocol/desktop.ts';
import { api } from '../kit/api.ts';
import { workbins as t } from '../kit/messages/en/workbins.ts';
import classes from './reply.module.css';

/** The agent's signature; empty while it is read, and for none. */
export function useSignature(): string {
  const { data } = useQuery({
    queryKey: ['signature'],
    queryFn: ({ signal }) => api.get('/api/desktop/signature', signatureSchema, signal),
    staleTime: 60_000,
  });
  return data?.signature.trim() ?? '';
}

/** The signature that goes below the reply: left in or out. Nothing for agents without one, and once it stands in the text. */
export function SignatureNote(props: {
  readonly signature: string;
  readonly isInText: boolean;
  readonly isIncluded: boolean;
  onChange(isIncluded: boolean): void;
}) {
  const { signature, isInText, isIncluded, onChange } = props;
  if (signature === '' || isInText) return null;
  return (
    <div className={classes.quote}>
      <Checkbox
        size="xs"
        checked={isIncluded}
        aria-label={t.signatureInclude}
        label={<span className={classes.signature}>{signature}</span>}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </div>
  );
}
