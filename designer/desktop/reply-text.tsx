import '@mantine/tiptap/styles.css';
import { useCombobox } from '@mantine/core';
import { RichTextEditor } from '@mantine/tiptap';
import { IconMessage2Bolt, IconPaperclip } from '@tabler/icons-react';
import { type Editor, useEditor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { type ComponentProps, type RefObject, useEffect, useRef } from 'react';
import { desktop as t } from '../kit/messages/en/desktop.ts';
import { FilledIn } from './filled-in.ts';
import classes from './reply.module.css';
import { ResponsePicker } from './response-picker.tsx';
import { startsWord } from './starts-word.ts';

/** What the page may ask of the editor. */
export interface ReplyTextHandle {
  focus(): void;
}

/** The rich-text editor of a reply. '/' at the start of a word, or Ctrl-/, offers standard responses. */
export function ReplyText(props: {
  readonly interactionId: string;
  readonly html: string;
  /** True: text only, for a medium without formatting and files. */
  readonly isPlain: boolean;
  readonly handle: RefObject<ReplyTextHandle | null>;
  onChange(html: string): void;
  onFiles(files: readonly File[]): void;
  onAttach(): void;
  onSend(): void;
}) {
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  const bySlash = useRef(false);
  const responses = useCombobox({
    onDropdownOpen: () => requestAnimationFrame(() => responses.focusSearchInput()),
    onDropdownClose: (source) => {
      responses.resetSelectedOption();
      const isTyped = bySlash.current && source === 'keyboard';
      bySlash.current = false;
      // whoever leaves with Escape wanted the character
      if (isTyped) editor?.chain().focus().insertContent('/').run();
      else editor?.commands.focus();
    },
  });
  const offerResponses = (isTyped: boolean): void => {
    bySlash.current = isTyped;
    responses.openDropdown();
  };
  const offer = useRef(offerResponses);
  useEffect(() => {
    offer.current = offerResponses;
  });
  const editor = useEditor({
    extensions: [StarterKit.configure({ link: { openOnClick: false }, heading: false, codeBlock: false }), FilledIn],
    content: props.html,
    editorProps: {
      attributes: { 'aria-label': t.editorLabel, 'aria-multiline': 'true', role: 'textbox', 'data-hint': t.editorHint },
      handleKeyDown: (view, event) => {
        if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') {
          latest.current.onSend();
          return true;
        }
        // the editor would select the paragraph instead
        if (event.key === 'Escape') {
          view.dom.blur();
          return true;
        }
        const isSlash = event.key === '/';
        const isShortcut = isSlash && (event.ctrlKey || event.metaKey);
        if (!isShortcut && !(isSlash && startsWord(view.state))) return false;
        offer.current(!isShortcut);
        return true;
      },
      handleDrop: (_view, event) => takeFiles(event.dataTransfer, latest.current.onFiles),
      handlePaste: (_view, event) => takeFiles(event.clipboardData, latest.current.onFiles),
    },
    onUpdate: (update) => latest.current.onChange(update.editor.getHTML()),
  });
  useEffect(() => {
    if (editor !== null && isFree()) editor.commands.focus('end');
  }, [editor]);
  useEffect(() => {
    latest.current.handle.current = { focus: () => editor?.commands.focus('start') };
  }, [editor]);
  return (
    <RichTextEditor
      editor={shownBy(editor)}
      variant="subtle"
      className={classes.editor}
      withCodeHighlightStyles={false}
    >
      <RichTextEditor.Toolbar className={classes.toolbar}>
        {!props.isPlain && <FormattingControls />}
        <RichTextEditor.ControlsGroup>
          <ResponsePicker
            interactionId={props.interactionId}
            store={responses}
            onInsert={(html) => editor?.chain().focus().insertContent(html).run()}
          >
            <RichTextEditor.Control
              aria-label={t.responses}
              title={`${t.responses} (Ctrl /)`}
              aria-haspopup="listbox"
              onClick={() => (responses.dropdownOpened ? responses.closeDropdown() : offerResponses(false))}
            >
              <IconMessage2Bolt size={16} stroke={1.7} />
            </RichTextEditor.Control>
          </ResponsePicker>
          {!props.isPlain && (
            <RichTextEditor.Control aria-label={t.attach} title={t.attach} onClick={props.onAttach}>
              <IconPaperclip size={16} stroke={1.7} />
            </RichTextEditor.Control>
          )}
        </RichTextEditor.ControlsGroup>
      </RichTextEditor.Toolbar>
      <RichTextEditor.Content className={classes.content} />
    </RichTextEditor>
  );
}

function FormattingControls() {
  return (
    <>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.Bold />
        <RichTextEditor.Italic />
        <RichTextEditor.Underline />
      </RichTextEditor.ControlsGroup>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.BulletList />
        <RichTextEditor.OrderedList />
        <RichTextEditor.Blockquote />
        <RichTextEditor.Link />
        <RichTextEditor.ClearFormatting />
      </RichTextEditor.ControlsGroup>
    </>
  );
}

// the component library's types name the same class through its CommonJS face
function shownBy(editor: Editor | null): ComponentProps<typeof RichTextEditor>['editor'] {
  return editor as unknown as ComponentProps<typeof RichTextEditor>['editor'];
}

// the editor is where the eye is, unless somebody works elsewhere, or a keyboard on the screen would cover the message
function isFree(): boolean {
  return document.activeElement === document.body && matchMedia('(pointer: fine) and (min-width: 961px)').matches;
}

function takeFiles(from: DataTransfer | null, take: (files: readonly File[]) => void): boolean {
  const files = [...(from?.files ?? [])];
  if (files.length === 0) return false;
  take(files);
  return true;
}
