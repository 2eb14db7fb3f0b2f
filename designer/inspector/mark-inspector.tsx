import { ActionIcon, ColorSwatch, Group, Input, NumberInput, Stack, Textarea, TextInput, Tooltip } from '@mantine/core';
import { IconBoxMultiple, IconCheck, IconNote, IconTrash } from '@tabler/icons-react';
import { markColours } from '../canvas/canvas-marks.ts';
import type { Frame, Note } from '../commands/edit.ts';
import { removeMarks, setFrame } from '../commands/frame-edits.ts';
import type { Mark } from '../commands/mark-id.ts';
import { setNote } from '../commands/note-edits.ts';
import { type CanvasName, canvasOf } from '../commands/snapshot-parts.ts';
import { inspector as t } from '../kit/messages/en/inspector.ts';
import { useEditor } from '../process/editor-context.tsx';
import { InspectorHead } from './inspector-head.tsx';

const swatches: Readonly<Record<(typeof markColours)[number], string>> = {
  yellow: 'var(--sb-warn)',
  blue: 'var(--sb-mail)',
  green: 'var(--sb-good)',
  red: 'var(--sb-bad)',
  purple: 'var(--sb-data)',
  grey: 'var(--sb-flow)',
};

/** Everything about a note or a group on the canvas; nothing once it is gone. */
export function MarkInspector(props: { readonly canvas: CanvasName; readonly mark: Mark }) {
  const { canvas, mark } = props;
  const layout = useEditor((state) => canvasOf(state.snapshot.layout, canvas));
  const note = mark.kind === 'note' ? layout.notes[mark.key] : undefined;
  const frame = mark.kind === 'frame' ? layout.frames?.[mark.key] : undefined;
  if (note !== undefined) return <NoteForm canvas={canvas} id={mark.key} note={note} />;
  return frame === undefined ? null : <FrameForm canvas={canvas} id={mark.key} frame={frame} />;
}

function NoteForm(props: { readonly canvas: CanvasName; readonly id: string; readonly note: Note }) {
  const { canvas, id, note } = props;
  const run = useEditor((state) => state.run);
  const set = (changes: Parameters<typeof setNote>[2]): void => run(setNote(canvas, id, changes));
  const size = (key: 'width' | 'height', least: number) => (
    <NumberInput
      label={t.noteSize[key]}
      suffix=" px"
      min={least}
      max={2000}
      step={20}
      value={note[key]}
      onChange={(value) => typeof value === 'number' && value >= least && set({ [key]: value })}
    />
  );
  return (
    <div>
      <InspectorHead
        kind={t.canvasNote}
        title={note.text.split('\n')[0] || t.canvasNote}
        hue="--sb-warn"
        icon={<IconNote size={18} />}
        tools={<Remove label={t.removeNote} canvas={canvas} notes={[id]} frames={[]} />}
      />
      <Stack p="md" gap="md">
        <Textarea
          label={t.noteText}
          autosize
          minRows={4}
          value={note.text}
          onChange={(event) => set({ text: event.currentTarget.value })}
        />
        <Colours value={note.colour ?? 'yellow'} onChange={(colour) => set({ colour })} />
        <Group grow>
          {size('width', 96)}
          {size('height', 48)}
        </Group>
      </Stack>
    </div>
  );
}

function FrameForm(props: { readonly canvas: CanvasName; readonly id: string; readonly frame: Frame }) {
  const { canvas, id, frame } = props;
  const run = useEditor((state) => state.run);
  return (
    <div>
      <InspectorHead
        kind={t.canvasFrame}
        title={frame.title || t.canvasFrame}
        hue="--sb-flow"
        icon={<IconBoxMultiple size={18} />}
        tools={<Remove label={t.ungroup} canvas={canvas} notes={[]} frames={[id]} />}
      />
      <Stack p="md" gap="md">
        <TextInput
          label={t.frameTitle}
          description={t.frameHelp(frame.cards.length)}
          value={frame.title}
          onChange={(event) => run(setFrame(canvas, id, { title: event.currentTarget.value }))}
        />
        <Colours value={frame.colour ?? 'grey'} onChange={(colour) => run(setFrame(canvas, id, { colour }))} />
      </Stack>
    </div>
  );
}

function Colours(props: { readonly value: string; readonly onChange: (colour: string) => void }) {
  return (
    <Input.Wrapper label={t.colour} labelElement="div">
      <Group gap={6} role="group" aria-label={t.colour}>
        {markColours.map((colour) => (
          <ColorSwatch
            key={colour}
            component="button"
            type="button"
            size={24}
            color={swatches[colour]}
            aria-label={t.colours[colour]}
            aria-pressed={props.value === colour}
            title={t.colours[colour]}
            style={{ color: 'var(--sb-surface)', cursor: 'pointer' }}
            onClick={() => props.onChange(colour)}
          >
            {props.value === colour && <IconCheck size={14} />}
          </ColorSwatch>
        ))}
      </Group>
    </Input.Wrapper>
  );
}

function Remove(props: {
  readonly label: string;
  readonly canvas: CanvasName;
  readonly notes: readonly string[];
  readonly frames: readonly string[];
}) {
  const run = useEditor((state) => state.run);
  const select = useEditor((state) => state.select);
  return (
    <Tooltip label={props.label}>
      <ActionIcon
        aria-label={props.label}
        onClick={() => {
          run(removeMarks(props.canvas, props));
          select([]);
        }}
      >
        <IconTrash size={18} />
      </ActionIcon>
    </Tooltip>
  );
}
