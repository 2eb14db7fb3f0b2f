import '@mantine/tiptap/styles.css';
import { RichTextEditor } from '@mantine/tiptap';
import { type Editor, useEditor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { type ComponentProps, useMemo } from 'react';
import { knowledge } from '../../kit/messages/en/knowledge.ts';
import { FieldCodeMarks } from './field-code-marks.ts';
import { FieldCodePicker } from './field-code-picker.tsx';
import classes from './responses.module.css';
import { readHtmlTemplate } from './template-problems.ts';

const t = knowledge.responses;

/** The HTML version of a response; field codes stand in it as they do in the plain text. `html` counts once. */
export function HtmlEditor(props: {
  readonly html: string;
  readonly onChange: (html: string) => void;
  readonly disabled: boolean;
}) {
  const { html, onChange, disabled } = props;
  const editor = useEditor({
    extensions: [StarterKit.configure({ link: { openOnClick: false }, codeBlock: false }), FieldCodeMarks],
    content: html,
    editable: !disabled,
    editorProps: { attributes: { 'aria-label': t.html, 'aria-multiline': 'true', role: 'textbox' } },
    onUpdate: (update) => onChange(update.editor.getHTML()),
  });
  const problems = useMemo(() => readHtmlTemplate(html), [html]);
  return (
    <div>
      <RichTextEditor editor={shownBy(editor)} className={classes.editor ?? ''} withCodeHighlightStyles={false}>
        {!disabled && (
          <RichTextEditor.Toolbar>
            <RichTextEditor.ControlsGroup>
              <RichTextEditor.Bold />
              <RichTextEditor.Italic />
              <RichTextEditor.Underline />
              <RichTextEditor.ClearFormatting />
            </RichTextEditor.ControlsGroup>
            <RichTextEditor.ControlsGroup>
              <RichTextEditor.H2 />
              <RichTextEditor.BulletList />
              <RichTextEditor.OrderedList />
              <RichTextEditor.Blockquote />
            </RichTextEditor.ControlsGroup>
            <RichTextEditor.ControlsGroup>
              <RichTextEditor.Link />
              <RichTextEditor.Unlink />
            </RichTextEditor.ControlsGroup>
            <div className={classes.toolbarSpring} />
            <FieldCodePicker where={t.html} onPick={({ text, select }) => insert(editor, text, select)} />
          </RichTextEditor.Toolbar>
        )}
        <RichTextEditor.Content />
      </RichTextEditor>
      {problems.length > 0 && (
        <ul className={classes.wrong}>
          {problems.map(({ code, message }) => (
            <li key={`${code} ${message}`}>
              <span className={classes.code}>{code}</span> {message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function insert(editor: Editor | null, text: string, [from, to]: readonly [number, number]): void {
  if (editor === null) return;
  const at = editor.state.selection.from;
  editor
    .chain()
    .focus()
    .insertContent({ type: 'text', text })
    .setTextSelection({ from: at + from, to: at + to })
    .run();
}

// the component library's types name the same class through its CommonJS face
function shownBy(editor: Editor | null): ComponentProps<typeof RichTextEditor>['editor'] {
  return editor as unknown as ComponentProps<typeof RichTextEditor>['editor'];
}
