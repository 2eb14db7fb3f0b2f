import { Anchor, Badge, Code, Table, Text, TextInput, Title } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { Block, BlockCategory } from '#dsl/block/block.ts';
import { blockByType, blocks } from '#dsl/blocks/index.ts';
import { initialPorts } from '#dsl/blocks/ports-of.ts';
import { BlockIcon } from '../kit/block-icon.tsx';
import { design } from '../kit/messages/en/design.ts';
import { reference as t } from '../kit/messages/en/reference.ts';
import { blockFields } from '../inspector/block-fields.ts';
import { FunctionsArticle } from './functions-article.tsx';
import { describeField } from './describe-field.ts';
import classes from './reference.module.css';
import { blockLabel } from '../kit/messages/block-label.ts';
import { spoken } from '../kit/messages/spoken.ts';

/** Every block of the language: what it is for, its settings, its exits. Derived from the registry, so it cannot fall behind. */
export function ReferencePage() {
  const [search, setSearch] = useState('');
  useEffect(() => {
    // the address names a block; the page is rendered after the browser looked for it
    document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  }, []);
  const word = search.toLowerCase();
  const found = blocks
    .map(({ type }) => blockByType(type))
    .filter((block): block is Block => block !== undefined)
    .filter(({ face }) => `${spoken(face.label)} ${face.label} ${spoken(face.help)}`.toLowerCase().includes(word));
  const categories = [...new Set(found.map((block): BlockCategory => block.face.category))];
  return (
    <div className={classes.page}>
      <nav className={classes.contents} aria-label={t.contents}>
        <TextInput
          size="xs"
          mb="sm"
          aria-label={design.paletteSearch}
          placeholder={design.paletteSearch}
          leftSection={<IconSearch size={14} />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <Anchor href="#functions" className={classes.link ?? ''} size="sm">
          {t.functions}
        </Anchor>
        {categories.map((category) => (
          <section key={category}>
            <h3 className={classes.category}>{design.categories[category]}</h3>
            {found
              .filter((block) => block.face.category === category)
              .map((block) => (
                <Anchor key={block.type} href={`#${block.type}`} className={classes.link ?? ''} size="sm">
                  {blockLabel(block.type)}
                </Anchor>
              ))}
          </section>
        ))}
      </nav>
      <div className={classes.blocks}>
        <Title order={1}>{t.title}</Title>
        <Text size="sm" c="dimmed" mt={4} mb="lg">
          {t.intro}
        </Text>
        {found.map((block) => (
          <BlockArticle key={block.type} block={block} />
        ))}
        <FunctionsArticle search={word} />
      </div>
    </div>
  );
}

function BlockArticle({ block }: { readonly block: Block }) {
  const { face, type } = block;
  const fields = blockFields(type);
  const ports = initialPorts(block);
  return (
    <article
      id={type}
      className={classes.block}
      style={{ '--hue': `var(--sb-${face.category})` } as React.CSSProperties}
    >
      <header className={classes.head}>
        <span className={classes.icon}>
          <BlockIcon icon={face.icon} size={20} />
        </span>
        <Title order={2}>{blockLabel(type)}</Title>
        <Anchor href={`#${type}`} className={classes.type ?? ''}>
          <Code>{type}</Code>
        </Anchor>
      </header>
      <Text size="sm">{spoken(face.help)}</Text>
      {fields.length > 0 && (
        <Table className={classes.table ?? ''} verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t.setting}</Table.Th>
              <Table.Th>{t.meaning}</Table.Th>
              <Table.Th>{t.value}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {fields.map((field) => (
              <Table.Tr key={field.key}>
                <Table.Td>
                  {field.title} <Code>{field.key}</Code>
                </Table.Td>
                <Table.Td>{field.description}</Table.Td>
                <Table.Td>{describeField(field)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <div className={classes.ports}>
        <span>{ports.length === 0 ? t.noExits : t.exits}</span>
        {ports.map((port) => (
          <Badge key={port.name} variant="light" tt="none" color={port.kind === 'error' ? 'red' : 'teal'}>
            {port.name}
          </Badge>
        ))}
      </div>
    </article>
  );
}
