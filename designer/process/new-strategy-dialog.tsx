import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { layoutSchema } from '#dsl/document/layout.ts';
import { nameSchema } from '#dsl/document/strategy.ts';
import { proposeNames } from '#dsl/templates/propose-names.ts';
import { strategyTemplates } from '#dsl/templates/strategy-templates.ts';
import type { ChosenNames, StrategyTemplate } from '#dsl/templates/template.ts';
import { freeName } from '../commands/records.ts';
import { kit } from '../kit/messages/en/kit.ts';
import { templates as t } from '../kit/messages/en/templates.ts';
import { useEditor, useOpenProcess } from './editor-context.tsx';
import { SlotFields } from './slot-fields.tsx';
import { TemplateChoice } from './template-choice.tsx';
import { TemplatePicture } from './template-picture.tsx';
import classes from './template.module.css';
import { trimmedNames } from './trimmed-names.ts';
import type { NewStrategy } from './use-process-edits.ts';
import { useSurroundings } from './use-surroundings.ts';

type Key = keyof typeof strategyTemplates;

const known: Readonly<Record<Key, StrategyTemplate>> = strategyTemplates;

/** Adds a strategy from a template to the open process, with the queues it needs and the process has not. */
export function NewStrategyDialog(props: {
  readonly onAdd: (strategy: NewStrategy) => void;
  readonly onClose: () => void;
}) {
  const { name: process } = useOpenProcess();
  const { queues = {}, strategies = {} } = useEditor(({ snapshot }) => snapshot.document);
  const surroundings = { ...useSurroundings(process), queues: Object.keys(queues) };
  const [key, setKey] = useState<Key>('acknowledgeThenQueue');
  const [written, setWritten] = useState<string>();
  const [changed, setChanged] = useState<ChosenNames>({});
  const { slots, make } = known[key];
  const chosen = trimmedNames({ ...proposeNames(slots, surroundings), ...changed });
  const name = written ?? freeName(t.strategies[key].name, strategies);
  const isTaken = Object.hasOwn(strategies, name.trim());
  const isReady = !isTaken && [name.trim(), ...Object.values(chosen)].every((one) => nameSchema.safeParse(one).success);
  const add = (): void => {
    const asked = Object.entries(slots).flatMap(([slot, { kind }]) => (kind === 'queues' ? [chosen[slot] ?? ''] : []));
    const newQueues = [...new Set(asked)].filter((queue) => !Object.hasOwn(queues, queue));
    props.onAdd({ name: name.trim(), strategy: make(chosen), newQueues });
    props.onClose();
  };
  return (
    <Modal opened onClose={props.onClose} title={t.newStrategy} size="xl">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <Stack>
          <div className={classes.parts}>
            <TemplateChoice
              texts={t.strategies}
              value={key}
              onChange={(next) => {
                setKey(next);
                setChanged({});
              }}
            />
            <Stack>
              <TemplatePicture id={key} name={t.strategies[key].name} draw={() => drawTemplate(known[key])} />
              <TextInput
                label={t.strategyName}
                data-autofocus
                value={name}
                maxLength={128}
                error={isTaken && t.strategyTaken}
                onChange={(event) => setWritten(event.currentTarget.value)}
              />
              <SlotFields slots={slots} known={surroundings} chosen={{ ...chosen, ...changed }} onChange={setChanged} />
            </Stack>
          </div>
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              {kit.cancel}
            </Button>
            <Button type="submit" disabled={!isReady}>
              {t.addStrategy}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

async function drawTemplate({ slots, make }: StrategyTemplate): Promise<string> {
  const [{ strategyPicture }, { autoLayout }] = await Promise.all([
    import('../picture/pictures.ts'),
    import('../canvas/auto-layout.ts'),
  ]);
  return strategyPicture(['', make(proposeNames(slots, {}))], layoutSchema.parse({}), autoLayout);
}
