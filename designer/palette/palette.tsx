import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { BlockCategory } from '#dsl/block/block.ts';
import { blocks } from '#dsl/blocks/index.ts';
import { dragType } from '../canvas/drag-type.ts';
import { BlockIcon } from '../kit/block-icon.tsx';
import { design as t } from '../kit/messages/en/design.ts';
import { findBlocks } from './find-blocks.ts';
import classes from './palette.module.css';
import { blockLabel } from '../kit/messages/block-label.ts';
import { spoken } from '../kit/messages/spoken.ts';

/** Every block of the language, to drag onto the canvas or to add by a click. */
export function Palette(props: { readonly onAdd: (type: string) => void }) {
  const [search, setSearch] = useState('');
  const found = findBlocks(search);
  const categories = [...new Set(blocks.map((block): BlockCategory => block.face.category))];
  return (
    <nav className={classes.palette} aria-label={t.palette}>
      <TextInput
        className={classes.search ?? ''}
        size="xs"
        aria-label={t.paletteSearch}
        placeholder={t.paletteSearch}
        leftSection={<IconSearch size={14} />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {found.length === 0 && <p className={classes.none}>{t.paletteNone}</p>}
      {categories.map((category) => {
        const members = found.filter((block) => block.face.category === category);
        if (members.length === 0) return null;
        return (
          <section key={category}>
            <h2 className={classes.category}>{t.categories[category]}</h2>
            {members.map((block) => (
              <button
                key={block.type}
                type="button"
                className={classes.item}
                style={{ '--hue': `var(--sb-${category})` } as React.CSSProperties}
                draggable
                title={spoken(block.face.help)}
                aria-label={t.addBlockAt(blockLabel(block.type))}
                onDragStart={(event) => {
                  event.dataTransfer.setData(dragType, block.type);
                  event.dataTransfer.effectAllowed = 'copy';
                }}
                onClick={() => props.onAdd(block.type)}
              >
                <span className={classes.icon}>
                  <BlockIcon icon={block.face.icon} size={16} />
                </span>
                {blockLabel(block.type)}
              </button>
            ))}
          </section>
        );
      })}
    </nav>
  );
}
