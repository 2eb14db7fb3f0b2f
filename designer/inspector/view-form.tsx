import { Button, NumberInput, Select, Switch, Textarea, Title } from '@mantine/core';
import { useMemo } from 'react';
import { type BusinessProcess, schedulingSchema } from '#dsl/document/business-process.ts';
import { interactionProperties } from '#dsl/model/interaction-property.ts';
import type { ViewInput } from '../commands/edit.ts';
import { withFields } from '../commands/records.ts';
import { setView } from '../commands/set-object.ts';
import { inspector as t } from '../kit/messages/en/inspector.ts';
import { useEditor, useOpenProcess } from '../process/editor-context.tsx';
import { ConditionField } from './condition-field.tsx';
import { problemsUnder } from './field-props.ts';
import type { FormField } from './form-field.ts';
import { InspectorContext, type InspectorSurroundings } from './inspector-context.ts';
import classes from './inspector.module.css';
import { ObjectName } from './object-name.tsx';
import { OrderField } from './order-field.tsx';
import { SegmentationFields } from './segmentation-fields.tsx';

type Submitter = NonNullable<ViewInput['submitter']>;

const conditionField: FormField = {
  key: 'condition',
  title: t.viewCondition,
  description: t.viewConditionHelp,
  unit: undefined,
  editor: 'condition',
  isRequired: false,
  isParameter: false,
  defaultValue: undefined,
  shape: { kind: 'condition' },
};

/** What conditions on interactions may ask for: their properties. */
export const viewSurroundings: InspectorSurroundings = {
  namesFor: () => undefined,
  creatorOf: () => undefined,
  keysFor: () => undefined,
  conditionFields: Object.entries(interactionProperties).map(([name, { type }]) => ({ name, label: name, type })),
  types: '',
};

/** Settings of a view: which interactions, in which order, and the submitter that hands them on. */
export function ViewForm(props: { readonly queue: string; readonly name: string; readonly process: BusinessProcess }) {
  const { queue, name, process } = props;
  const run = useEditor((state) => state.run);
  const written = useEditor((state) => state.snapshot.document.queues?.[queue]?.views?.[name]);
  const problems = useViewProblems(queue, name);
  const view = process.queues[queue]?.views[name];
  if (view === undefined || written === undefined) return null;
  const set = (changes: Parameters<typeof setView>[2]): void => run(setView(queue, name, changes));
  return (
    <InspectorContext value={viewSurroundings}>
      <ObjectName object={{ kind: 'view', queue, name }} taken={process.queues[queue]?.views ?? {}} />
      <Switch
        label={t.viewEnabled}
        checked={view.enabled}
        onChange={(event) => set({ enabled: event.currentTarget.checked ? undefined : false })}
      />
      <ConditionField
        field={conditionField}
        value={view.condition}
        problems={problemsUnder(problems, 'condition')}
        onChange={(condition) =>
          set({ condition: isEmpty(condition) ? undefined : (condition as ViewInput['condition']) })
        }
      />
      <OrderField
        order={view.order}
        properties={Object.keys(interactionProperties)}
        onChange={(order) => set({ order })}
      />
      <Select
        label={t.viewScheduling}
        description={t.viewSchedulingHelp}
        data={schedulingSchema.options.map((value) => ({ value, label: t.viewSchedulings[value] }))}
        value={view.scheduling}
        allowDeselect={false}
        onChange={(value) => {
          const { data: scheduling } = schedulingSchema.safeParse(value);
          set({ scheduling: scheduling === 'due' ? undefined : scheduling });
        }}
      />
      <SegmentationFields
        segmentation={written.segmentation}
        properties={Object.keys(interactionProperties)}
        problems={problemsUnder(problems, 'segmentation')}
        onChange={(segmentation) => set({ segmentation })}
      />
      <SubmitterForm
        submitter={written.submitter}
        strategies={Object.entries(process.strategies).flatMap(([one, { kind }]) => (kind === 'strategy' ? [one] : []))}
        onChange={(submitter) => set({ submitter })}
      />
      <Textarea
        label={t.description}
        autosize
        value={view.description ?? ''}
        onChange={(event) => set({ description: event.currentTarget.value || undefined })}
      />
    </InspectorContext>
  );
}

function SubmitterForm(props: {
  readonly submitter: Submitter | undefined;
  readonly strategies: readonly string[];
  readonly onChange: (submitter: Submitter | undefined) => void;
}) {
  const { submitter, strategies, onChange } = props;
  const [firstStrategy] = strategies;
  return (
    <section className={classes.section}>
      <Title order={3} className={classes.sectionTitle ?? ''}>
        {t.submitter}
      </Title>
      {submitter === undefined ? (
        <Button
          variant="default"
          disabled={firstStrategy === undefined}
          title={firstStrategy === undefined ? t.noStrategyYet : undefined}
          onClick={() => firstStrategy !== undefined && onChange({ strategy: firstStrategy })}
        >
          {t.addSubmitter}
        </Button>
      ) : (
        <div className={classes.rowFields}>
          <Switch
            label={t.submitterOn}
            description={t.submitterHelp}
            checked={submitter.enabled !== false}
            onChange={(event) =>
              onChange(withFields(submitter, { enabled: event.currentTarget.checked ? undefined : false }))
            }
          />
          <Select
            label={t.submitterStrategy}
            data={[...new Set([...strategies, submitter.strategy])]}
            value={submitter.strategy}
            searchable
            allowDeselect={false}
            onChange={(strategy) => strategy !== null && onChange({ ...submitter, strategy })}
          />
          <NumberInput
            label={t.submitterMost}
            description={t.submitterMostHelp}
            min={1}
            max={100_000}
            clampBehavior="none"
            placeholder={t.byDefault('1000')}
            value={submitter.maxInFlight ?? ''}
            onChange={(most) =>
              onChange(withFields(submitter, { maxInFlight: typeof most === 'number' ? most : undefined }))
            }
          />
          <Button
            variant="default"
            size="compact-xs"
            style={{ alignSelf: 'start' }}
            onClick={() => onChange(undefined)}
          >
            {t.removeSubmitter}
          </Button>
        </div>
      )}
    </section>
  );
}

function useViewProblems(queue: string, name: string) {
  const { problems } = useOpenProcess();
  return useMemo(
    () =>
      problems
        .filter(({ path }) => path[0] === 'queues' && path[1] === queue && path[3] === name)
        .map(({ path, message }) => ({ path: path.slice(4), message })),
    [problems, queue, name],
  );
}

function isEmpty(condition: unknown): boolean {
  return (
    typeof condition !== 'object' ||
    condition === null ||
    ('rules' in condition && Array.isArray(condition.rules) && condition.rules.length === 0)
  );
}
