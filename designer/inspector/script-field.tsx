import { ActionIcon, Modal, Tooltip } from '@mantine/core';
import { IconArrowsDiagonal } from '@tabler/icons-react';
import { useState } from 'react';
import { CodeEditor } from '../code/lazy-editors.tsx';
import { inspector as t } from '../kit/messages/en/inspector.ts';
import { FieldFrame } from './field-frame.tsx';
import { type FieldProps, problemText } from './field-props.ts';
import classes from './inspector.module.css';
import { useInspector } from './inspector-context.ts';

/** A script: in the form, and larger in a window of its own. */
export function ScriptField(props: FieldProps) {
  const { field, value, onChange } = props;
  const { types } = useInspector();
  const [isLarge, setLarge] = useState(false);
  const editor = (height: number | string) => (
    <CodeEditor
      label={field.title}
      language="javascript"
      path="script.js"
      height={height}
      value={typeof value === 'string' ? value : ''}
      types={types}
      onChange={onChange}
    />
  );
  return (
    <FieldFrame field={field} error={problemText(props.problems)}>
      <div className={classes.script}>
        {!isLarge && editor(260)}
        <Tooltip label={t.enlarge}>
          <ActionIcon className={classes.enlarge ?? ''} aria-label={t.enlarge} onClick={() => setLarge(true)}>
            <IconArrowsDiagonal size={16} />
          </ActionIcon>
        </Tooltip>
      </div>
      <Modal opened={isLarge} onClose={() => setLarge(false)} title={field.title} size="90%">
        {editor('72vh')}
      </Modal>
    </FieldFrame>
  );
}
