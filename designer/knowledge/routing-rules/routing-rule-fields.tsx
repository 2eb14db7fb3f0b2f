import { Select, Stack } from '@mantine/core';
import { useMemo } from 'react';
import type { Editor } from '#dsl/block/editor.ts';
import type { RoutingRuleKind } from '#dsl/model/routing-rule.ts';
import { DerivedField } from '../../inspector/derived-field.tsx';
import { InspectorContext, type InspectorSurroundings } from '../../inspector/inspector-context.ts';
import { FormPart } from '../../kit/form/form-part.tsx';
import { routingRules as t } from '../../kit/messages/en/routing-rules.ts';
import { useSurroundings } from '../../process/use-surroundings.ts';
import type { DocumentFieldsProps } from '../documents/document-kind.ts';
import { NameFields } from '../documents/name-fields.tsx';
import { freshSettings, routingRuleFields, routingRuleKinds, type RoutingRuleDraft } from './routing-rule-draft.ts';

/** Name, kind, and what a rule of that kind needs. */
export function RoutingRuleFields(props: DocumentFieldsProps<RoutingRuleDraft>) {
  const { draft, problems, onChange, disabled } = props;
  const surroundings = useRuleSurroundings();
  const set = (key: string, value: unknown): void =>
    onChange({
      settings: Object.fromEntries(
        Object.entries({ ...draft.settings, [key]: value }).filter(([, one]) => one !== undefined),
      ),
    });
  return (
    <InspectorContext value={surroundings}>
      <FormPart title={t.parts.what} disabled={disabled}>
        <NameFields {...props} />
        <Select
          label={t.kindLabel}
          description={t.kindHints[draft.kind]}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          data={routingRuleKinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
          value={draft.kind}
          allowDeselect={false}
          disabled={disabled}
          onChange={(kind) => {
            if (kind !== null && kind !== draft.kind)
              onChange({ kind: kind as RoutingRuleKind, settings: freshSettings(kind as RoutingRuleKind) });
          }}
        />
      </FormPart>
      <FormPart title={t.parts.how} disabled={disabled}>
        <Stack gap="md">
          {routingRuleFields(draft.kind).map((field) => (
            <DerivedField
              key={`${draft.kind} ${field.key}`}
              field={field}
              value={draft.settings[field.key]}
              problems={problemsOf(problems[field.key])}
              onChange={(value) => set(field.key, value)}
            />
          ))}
        </Stack>
      </FormPart>
    </InspectorContext>
  );
}

function problemsOf(message: string | undefined) {
  return message === undefined ? [] : [{ path: [], message }];
}

/** Names a rule may use: it belongs to no process, so queues are those of the active ones. */
function useRuleSurroundings(): InspectorSurroundings {
  const known = useSurroundings('');
  return useMemo(() => {
    const lists: Partial<Record<Editor, readonly string[]>> = {
      queue: known.queues,
      'agent-group': known.agentGroups,
      agent: known.agents,
    };
    return {
      namesFor: (editor) => (editor === undefined ? undefined : lists[editor]),
      creatorOf: () => undefined,
      keysFor: () => undefined,
      conditionFields: [],
      types: '',
    };
  }, [known]);
}
