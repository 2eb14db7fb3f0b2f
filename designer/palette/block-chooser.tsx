import { TextInput } from '@mantine/core';
import { useClickOutside } from '@mantine/hooks';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { BlockIcon } from '../kit/block-icon.tsx';
import { design as t } from '../kit/messages/en/design.ts';
import { findBlocks } from './find-blocks.ts';
import classes from './palette.module.css';
import { blockLabel } from '../kit/messages/block-label.ts';

/** A block that is there already, offered as what comes next. */
export interface ExistingBlock {
  readonly id: string;
  readonly name: string;
  readonly icon: string;
  readonly hue: string;
}

/** What somebody chose: a new block of a type, or one that is there. */
export type Choice = { readonly type: string } | { readonly existing: string };

interface Option {
  readonly key: string;
  readonly label: string;
  readonly icon: string;
  readonly hue: string;
  readonly choice: Choice;
}

// keeps the whole list on the screen
const chooserHeight = 380;
const chooserWidth = 268;

/** Asks by name what comes next, at a place on the screen: arrows move, Enter takes, Escape leaves. */
export function BlockChooser(props: {
  readonly at: { readonly x: number; readonly y: number };
  readonly existing: readonly ExistingBlock[];
  readonly onChoose: (choice: Choice) => void;
  readonly onClose: () => void;
}) {
  const [search, setSearch] = useState('');
  const [active, setActive] = useState(0);
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const place = useClickOutside(props.onClose);
  useEffect(() => input.current?.focus(), []);
  const options = optionsFor(search, props.existing);
  const chosen = options[Math.min(active, options.length - 1)];
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') props.onClose();
    if (event.key === 'Enter' && chosen !== undefined) props.onChoose(chosen.choice);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    setActive(Math.max(0, Math.min(options.length - 1, active + step)));
  };
  const left = Math.max(8, Math.min(props.at.x, window.innerWidth - chooserWidth - 8));
  const top = Math.max(8, Math.min(props.at.y, window.innerHeight - chooserHeight - 8));
  return (
    <div ref={place} className={classes.chooser} style={{ left, top }} role="dialog" aria-label={t.chooser}>
      <TextInput
        ref={input}
        size="xs"
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={chosen === undefined ? undefined : `${listId}-${chosen.key}`}
        aria-label={t.chooserSearch}
        placeholder={t.chooserSearch}
        value={search}
        onChange={(event) => {
          setSearch(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={press}
      />
      <div className={classes.options} id={listId} role="listbox" aria-label={t.chooser}>
        {options.map((option, index) => (
          <OptionRow
            key={option.key}
            id={`${listId}-${option.key}`}
            option={option}
            isActive={option === chosen}
            heading={'existing' in option.choice && !isExisting(options[index - 1]) ? t.existing : undefined}
            onChoose={() => props.onChoose(option.choice)}
          />
        ))}
        {options.length === 0 && <p className={classes.none}>{t.paletteNone}</p>}
      </div>
    </div>
  );
}

function OptionRow(props: {
  readonly id: string;
  readonly option: Option;
  readonly isActive: boolean;
  readonly heading: string | undefined;
  readonly onChoose: () => void;
}) {
  const { option, isActive } = props;
  const row = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isActive) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    <>
      {props.heading !== undefined && <div className={classes.group}>{props.heading}</div>}
      <button
        ref={row}
        id={props.id}
        type="button"
        role="option"
        tabIndex={-1}
        aria-selected={isActive}
        className={classes.item}
        data-active={isActive}
        style={{ '--hue': `var(${option.hue})` } as React.CSSProperties}
        onClick={props.onChoose}
      >
        <span className={classes.icon}>
          <BlockIcon icon={option.icon} size={16} />
        </span>
        {option.label}
      </button>
    </>
  );
}

function isExisting(option: Option | undefined): boolean {
  return option !== undefined && 'existing' in option.choice;
}

function optionsFor(search: string, existing: readonly ExistingBlock[]): Option[] {
  const fresh = findBlocks(search).map((block) => ({
    key: `new-${block.type}`,
    label: blockLabel(block.type),
    icon: block.face.icon,
    hue: `--sb-${block.face.category}`,
    choice: { type: block.type },
  }));
  const word = search.toLowerCase().trim();
  const there = existing
    .filter((block) => block.name.toLowerCase().includes(word))
    .map(({ id, name, icon, hue }) => ({ key: `old-${id}`, label: name, icon, hue, choice: { existing: id } }));
  return [...fresh, ...there];
}
