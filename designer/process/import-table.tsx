import { Badge, Select, Table, Text, TextInput } from '@mantine/core';
import { Fragment } from 'react';
import { design } from '../kit/messages/en/design.ts';
import { imports as t } from '../kit/messages/en/imports.ts';
import {
  choiceFor,
  type ImportChoice,
  type ImportChoices,
  type ImportItem,
  keyOf,
  nameProblem,
} from './import-choices.ts';
import { ImportMerge } from './import-merge.tsx';

const statusColours = { new: 'teal', same: 'gray', conflict: 'orange' } as const;

/** What an import brings, line by line, with the choice for each conflict. */
export function ImportTable(props: {
  readonly items: readonly ImportItem[];
  readonly choices: ImportChoices;
  readonly onChange: (choices: ImportChoices) => void;
}) {
  const { items, choices, onChange } = props;
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          {Object.values(t.columns).map((column) => (
            <Table.Th key={column}>{column}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((item) => {
          const choice = choiceFor(item, choices);
          const change = (next: Partial<ImportChoice>) =>
            onChange({ ...choices, [keyOf(item)]: { ...choice, ...next } });
          return (
            <Fragment key={keyOf(item)}>
              <ItemRow item={item} choice={choice} problem={nameProblem(item, items, choices)} onChange={change} />
              {item.status === 'conflict' && choice.action === 'merge' && (
                <Table.Tr>
                  <Table.Td colSpan={4}>
                    <ImportMerge
                      conflicts={item.conflicts}
                      imported={choice.imported}
                      onChange={(imported) => change({ imported })}
                    />
                  </Table.Td>
                </Table.Tr>
              )}
            </Fragment>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

function ItemRow(props: {
  readonly item: ImportItem;
  readonly choice: ImportChoice;
  readonly problem: 'empty' | 'taken' | undefined;
  readonly onChange: (next: Partial<ImportChoice>) => void;
}) {
  const { item, choice, problem, onChange } = props;
  return (
    <Table.Tr>
      <Table.Td visibleFrom="sm">{design.importKinds[item.kind]}</Table.Td>
      <Table.Td>
        <span>{item.from}</span>
        <Text size="xs" hiddenFrom="sm">
          {design.importKinds[item.kind]}, {design.importStatus[item.status]}
        </Text>
        {item.differences.map((difference) => (
          <Text key={difference} size="xs" c="dimmed">
            {difference}
          </Text>
        ))}
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <Badge variant="light" color={statusColours[item.status]} tt="none">
          {design.importStatus[item.status]}
        </Badge>
      </Table.Td>
      <Table.Td>
        {item.status === 'conflict' ? (
          <>
            <Select
              aria-label={t.actionFor(item.from)}
              data={actions}
              value={choice.action}
              allowDeselect={false}
              onChange={(action) => onChange({ action: readAction(action) })}
            />
            {choice.action === 'rename' && (
              <TextInput
                mt={6}
                aria-label={t.nameFor(item.from)}
                value={choice.name}
                error={problem === undefined ? undefined : problem === 'empty' ? t.nameEmpty : t.nameTaken}
                onChange={(event) => onChange({ name: event.currentTarget.value })}
              />
            )}
          </>
        ) : (
          t.chosen[item.status === 'new' ? 'create' : 'keep']
        )}
      </Table.Td>
    </Table.Tr>
  );
}

const actions = (['keep', 'merge', 'overwrite', 'rename'] as const).map((value) => ({
  value,
  label: t.actions[value],
}));

function readAction(value: string | null): ImportChoice['action'] {
  return actions.find((action) => action.value === value)?.value ?? 'keep';
}
