import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { compileStrategy } from '#dsl/compile/compile-strategy.ts';
import { CodeEditor } from '../code/lazy-editors.tsx';
import { readDocument } from '../commands/read-document.ts';
import { design as t } from '../kit/messages/en/design.ts';
import { useEditor } from '../process/editor-context.tsx';
import classes from './panel.module.css';

/** What a strategy becomes, to be read: the function that the sandbox runs. */
export function CodePanel(props: { readonly strategy: string }) {
  const { strategy } = props;
  const document = useEditor((state) => state.snapshot.document);
  const compiled = useMemo(() => {
    const { process } = readDocument(document);
    return process === undefined ? undefined : compileStrategy(process, strategy);
  }, [document, strategy]);
  if (compiled === undefined || !('source' in compiled)) return <p className={classes.none}>{t.codeBroken}</p>;
  return (
    <div className={classes.json}>
      <Text size="xs" c="dimmed" px="md" py={6}>
        {t.codeOf(strategy)}
      </Text>
      <div className={classes.fill}>
        <CodeEditor
          label={t.tabs.code}
          language="javascript"
          path="compiled.js"
          height="100%"
          isReadOnly
          value={compiled.source}
        />
      </div>
    </div>
  );
}
