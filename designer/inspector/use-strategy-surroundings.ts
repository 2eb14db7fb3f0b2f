import { useDeferredValue, useMemo } from 'react';
import type { Editor } from '#dsl/block/editor.ts';
import { attachedKeys } from '#dsl/check/attached-keys.ts';
import { readStrategy } from '#dsl/check/read-strategy.ts';
import { variablesOf } from '#dsl/check/variables-of.ts';
import { scriptTypes } from '#dsl/compile/script-types.ts';
import type { Variable } from '#dsl/document/strategy.ts';
import { contactProperties } from '#dsl/model/contact-property.ts';
import { interactionProperties } from '#dsl/model/interaction-property.ts';
import { addObject } from '../commands/add-object.ts';
import { readDocument } from '../commands/read-document.ts';
import { useEditor, useOpenProcess } from '../process/editor-context.tsx';
import { expectedKeys } from './expected-keys.ts';
import { followVariables } from './follow-variables.ts';
import type { ConditionFieldOption, InspectorSurroundings } from './inspector-context.ts';

/** Surroundings of the forms of a strategy's blocks. */
export function useStrategySurroundings(strategyName: string): InspectorSurroundings {
  const { known, name, editor } = useOpenProcess();
  // names change rarely, keys come often: lists follow when there is time
  const document = useDeferredValue(useEditor((state) => state.snapshot.document));
  const run = useEditor((state) => state.run);
  return useMemo(() => {
    const { process } = readDocument(document);
    const strategy = process?.strategies[strategyName];
    const variables = strategy === undefined ? {} : variablesOf(readStrategy(strategyName, strategy));
    const keys = process === undefined ? {} : attachedKeys(process.strategies, known.screeningKeys);
    const queues = Object.entries(process?.queues ?? {});
    const subroutines = Object.entries(process?.strategies ?? {}).filter(([, one]) => one.kind === 'subroutine');
    const lists: Partial<Record<Editor, readonly string[]>> = {
      queue: [...queues.flatMap(([name, { workbin }]) => (workbin === undefined ? [name] : [])), ...known.queues],
      workbin: queues.flatMap(([name, { workbin }]) => (workbin === undefined ? [] : [name])),
      response: known.responses,
      'screening-rule': known.screeningRules,
      'routing-rule': known.routingRules,
      model: known.models,
      'agent-group': known.agentGroups,
      agent: known.agents,
      list: known.lists,
      calendar: known.calendars,
      'data-source': known.dataSources,
      'external-service': known.externalServices,
      secret: known.secrets,
      macro: Object.keys(process?.macros ?? {}),
      'media-type': mediaTypes,
      'time-zone': timeZones,
      strategy: Object.keys(process?.strategies ?? {}).filter(
        (name) => name !== strategyName && process?.strategies[name]?.kind !== 'subroutine',
      ),
      subroutine: subroutines.map(([name]) => name),
    };
    return {
      namesFor: (editor) => (editor === undefined ? undefined : lists[editor]),
      creatorOf: (editor) => {
        if (editor === 'queue') return (name) => run(addObject({ kind: 'queue', name }));
        if (editor !== 'workbin') return undefined;
        return (name) => run(addObject({ kind: 'queue', name }, { workbin: { owner: 'agent' } }));
      },
      keysFor: (editor, siblings) => expectedKeys(process, editor, siblings),
      followedBy: (kind) => (kind === 'variables' ? followVariables(strategyName, { name, editor }) : undefined),
      conditionFields: conditionFields(variables, Object.keys(keys)),
      types: scriptTypes(variables, process?.macros, keys),
    };
  }, [document, known, name, editor, run, strategyName]);
}

const mediaTypes = [
  'email',
  'chat',
  'sms',
  'smssession',
  'mms',
  'callback',
  'twitter',
  'facebook',
  'rssfeed',
  'workitem',
];
const timeZones = ['UTC', ...Intl.supportedValuesOf('timeZone')];

// keys that blocks attach whatever a process says: somebody may ask for them before they add the block
const ownKeys = ['CtgName', 'CtgRelevancy', 'ScreeningRules'];

function conditionFields(
  variables: Readonly<Record<string, Variable>>,
  keys: readonly string[],
): ConditionFieldOption[] {
  const text = (name: string): ConditionFieldOption => ({ name, label: name, type: 'text' });
  return [
    ...Object.entries(interactionProperties).map(([name, { type }]) => ({ ...text(`interaction.${name}`), type })),
    ...[...new Set([...ownKeys, ...keys])].map((key) => text(`data.${key}`)),
    ...Object.entries(variables).map(([name, { type }]) => ({
      ...text(`vars.${name}`),
      type: type === 'integer' || type === 'number' ? ('number' as const) : ('text' as const),
    })),
    ...Object.keys(contactProperties).map((name) => text(`contact.${name}`)),
    ...['code', 'message', 'block'].map((name) => text(`lastError.${name}`)),
  ];
}
