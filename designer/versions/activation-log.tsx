import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Activation } from '#dsl/protocol/versions.ts';
import { versions as t } from '../kit/messages/en/versions.ts';
import { RelativeTime } from '../kit/relative-time.tsx';
import classes from './rollout.module.css';

/** A line of the log; with the process where several are in one list. */
export type LoggedLine = Activation & { readonly process?: string };

/** Who brought what into service, or took it out, and why; newest first. */
export function ActivationLog({ lines }: { readonly lines: readonly LoggedLine[] }) {
  if (lines.length === 0) return <Text size="sm">{t.noActivations}</Text>;
  return (
    <ul className={classes.log} aria-label={t.log}>
      {lines.map((line, index) => (
        // lines come only at the head, and two of the same time differ in nothing else
        <li key={`${line.activatedAt} ${lines.length - index}`}>
          <Line line={line} />
        </li>
      ))}
    </ul>
  );
}

function Line({ line }: { readonly line: LoggedLine }) {
  const { version, kind, message, activatedBy, approvedBy, activatedAt, process } = line;
  const who = [activatedBy !== null && t.by(activatedBy), approvedBy !== null && t.approvedBy(approvedBy)];
  return (
    <>
      <Text size="sm" fw={600}>
        {process !== undefined && (
          <>
            <Link to="/design/$process" params={{ process }}>
              {process}
            </Link>
            {': '}
          </>
        )}
        {t.activated[kind](version ?? 0)}
      </Text>
      <Text size="xs" c="dimmed">
        <RelativeTime at={activatedAt} /> {who.filter(Boolean).join(', ')}
      </Text>
      {message !== '' && <Text size="sm">{message}</Text>}
    </>
  );
}
