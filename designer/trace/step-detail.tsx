import type { z } from 'zod';
import { isDeepEqual } from '#dsl/document/is-deep-equal.ts';
import type { Moment } from '#dsl/simulate/simulation.ts';
import { trace as t } from '../kit/messages/en/trace.ts';
import classes from './step-detail.module.css';

type Json = z.core.util.JSONType;
type Values = Readonly<Record<string, Json>>;

/** Variables and attached data as a block found them, with what the step before changed marked. */
export function StepDetail(props: { readonly moments: readonly Moment[]; readonly step: number }) {
  const { moments, step } = props;
  const moment = moments[step];
  if (moment === undefined) return null;
  const before = moments[step - 1];
  const sameFrame = moments.slice(0, step).findLast(({ strategy }) => strategy === moment.strategy);
  return (
    <>
      {moment.lastError !== undefined && (
        <p className={classes.error}>
          {t.page.lastError}: {moment.lastError.message}
        </p>
      )}
      <ValueTable title={t.page.data} values={moment.data} before={before?.data} />
      <ValueTable title={t.page.variables} values={moment.vars} before={sameFrame?.vars} />
      {moment.log.length > 0 && <pre className={classes.log}>{moment.log.join('\n')}</pre>}
    </>
  );
}

function ValueTable(props: { readonly title: string; readonly values: Values; readonly before: Values | undefined }) {
  const { title, values, before } = props;
  const gone = Object.keys(before ?? {}).filter((key) => !Object.hasOwn(values, key));
  const keys = [...Object.keys(values), ...gone].toSorted((left, right) => (left < right ? -1 : 1));
  return (
    <section aria-label={title}>
      <h3 className={classes.heading}>{title}</h3>
      {keys.length === 0 && <p className={classes.dim}>{t.page.noValues}</p>}
      {keys.length > 0 && (
        <table className={classes.values}>
          <tbody>
            {keys.map((key) => (
              <ValueRow key={key} name={key} value={values[key]} before={before} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function ValueRow(props: {
  readonly name: string;
  readonly value: Json | undefined;
  readonly before: Values | undefined;
}) {
  const { name, value, before } = props;
  const old = before?.[name];
  const isChanged = before !== undefined && !isDeepEqual(old, value);
  return (
    <tr data-changed={isChanged}>
      <th scope="row">{name}</th>
      <td>
        {isChanged && old !== undefined && <del>{shown(old)}</del>}{' '}
        {value === undefined ? <em>{t.page.removed}</em> : isChanged ? <ins>{shown(value)}</ins> : shown(value)}
      </td>
    </tr>
  );
}

function shown(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
