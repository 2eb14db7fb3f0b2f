import { Code, Table, Text, Title } from '@mantine/core';
import { IconMathFunction } from '@tabler/icons-react';
import { exampleOf } from '#dsl/compile/function-types.ts';
import { functions } from '#dsl/functions/functions.ts';
import { functionFamilies } from '#dsl/functions/library-function.ts';
import { reference as t } from '../kit/messages/en/reference.ts';
import classes from './reference.module.css';

/** The library of functions, family by family, as far as it has to do with what is searched. */
export function FunctionsArticle({ search }: { readonly search: string }) {
  const found = functions.filter(({ name, help }) => `${name} ${help}`.toLowerCase().includes(search));
  if (found.length === 0) return null;
  const families = Object.entries(functionFamilies).filter(([family]) => found.some((one) => one.family === family));
  return (
    <article id="functions" className={classes.block} style={{ '--hue': 'var(--sb-data)' } as React.CSSProperties}>
      <header className={classes.head}>
        <span className={classes.icon}>
          <IconMathFunction size={20} stroke={1.7} aria-hidden />
        </span>
        <Title order={2}>{t.functions}</Title>
        <Code>fn</Code>
      </header>
      <Text size="sm">{t.functionsIntro}</Text>
      {families.map(([family, title]) => (
        <section key={family}>
          <h3 className={classes.category}>{title}</h3>
          <Table className={classes.table ?? ''} verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t.functions}</Table.Th>
                <Table.Th>{t.meaning}</Table.Th>
                <Table.Th>{t.example}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {found
                .filter((one) => one.family === family)
                .map((one) => (
                  <Table.Tr key={one.name}>
                    <Table.Td>
                      <Code>{one.name}</Code>
                    </Table.Td>
                    <Table.Td>{one.help}</Table.Td>
                    <Table.Td>{exampleOf(one)}</Table.Td>
                  </Table.Tr>
                ))}
            </Table.Tbody>
          </Table>
        </section>
      ))}
    </article>
  );
}
