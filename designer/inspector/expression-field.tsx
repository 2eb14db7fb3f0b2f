import { CodeEditor } from '../code/lazy-editors.tsx';
import { useInspector } from './inspector-context.ts';

const lineHeight = 19;
const mostLines = 8;

/** A JavaScript expression, completed by what the strategy sees. Grows with its lines. */
export function ExpressionField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (js: string) => void;
}) {
  const { types } = useInspector();
  const lines = Math.min(mostLines, Math.max(1, props.value.split('\n').length, Math.ceil(props.value.length / 38)));
  return (
    <CodeEditor
      label={props.label}
      language="javascript"
      path="expression.js"
      isLine
      height={lines * lineHeight + 14}
      value={props.value}
      types={types}
      onChange={props.onChange}
    />
  );
}
