import { Button, Combobox, Text, useCombobox } from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { type FieldCodeEntry, fieldCodeCatalogue } from '#dsl/field-code/field-code-catalogue.ts';
import { knowledge } from '../../kit/messages/en/knowledge.ts';
import classes from './responses.module.css';

const t = knowledge.responses;
const offered = fieldCodeCatalogue.filter(({ kind }) => kind !== 'object');

/** What a picked code puts in, and which part of it is selected to be written over. */
export interface PickedCode {
  readonly text: string;
  readonly select: readonly [number, number];
}

/** Fields and functions of field codes with what each stands for; picking one puts it in, ready to use. */
export function FieldCodePicker(props: {
  /** Name of the field the code goes into. */
  readonly where: string;
  readonly onPick: (code: PickedCode) => void;
}) {
  const [search, setSearch] = useState('');
  const combobox = useCombobox({
    onDropdownOpen: () => combobox.focusSearchInput(),
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      setSearch('');
    },
  });
  const groups = useMemo(() => grouped(search), [search]);
  return (
    <Combobox
      store={combobox}
      width={340}
      position="bottom-end"
      onOptionSubmit={(code) => {
        combobox.closeDropdown();
        props.onPick(pickedCode(offered.find((entry) => entry.code === code)));
      }}
    >
      <Combobox.Target withAriaAttributes={false}>
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<IconBraces size={14} />}
          aria-label={t.insertCode(props.where)}
          aria-haspopup="listbox"
          aria-expanded={combobox.dropdownOpened}
          onClick={() => combobox.toggleDropdown()}
        >
          {t.fieldCode}
        </Button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          aria-label={t.searchCodes}
          placeholder={t.searchCodes}
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
            combobox.updateSelectedOptionIndex();
          }}
        />
        <Combobox.Options mah={320} style={{ overflowY: 'auto' }} aria-label={t.fieldCode}>
          {groups.length === 0 && <Combobox.Empty>{t.noCode}</Combobox.Empty>}
          {groups.map(([group, entries]) => (
            <Combobox.Group key={group} label={t.objects[group] ?? group}>
              {entries.map((entry) => (
                <Combobox.Option key={entry.code} value={entry.code}>
                  <span className={classes.code}>{entry.code}</span>
                  <Text size="xs" className={classes.codeHelp ?? ''}>
                    {entry.help}
                  </Text>
                </Combobox.Option>
              ))}
            </Combobox.Group>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function grouped(search: string): readonly (readonly [string, readonly FieldCodeEntry[]])[] {
  const wanted = search.trim().toLowerCase();
  const found = offered.filter(({ code, help }) => `${code} ${help}`.toLowerCase().includes(wanted));
  return [...Map.groupBy(found, (entry) => entry.object ?? 'functions')];
}

/** The code between its delimiters; of a function, what stands between the parentheses is selected. */
function pickedCode(entry: FieldCodeEntry | undefined): PickedCode {
  const code = entry?.code ?? '';
  const text = `<$${code}$>`;
  const opening = text.indexOf('(');
  const isKey = code.includes('("');
  if (opening === -1) return { text, select: [text.length, text.length] };
  return { text, select: [opening + (isKey ? 2 : 1), text.lastIndexOf(')') - (isKey ? 1 : 0)] };
}
