import { VisuallyHidden } from '@mantine/core';
import { IconTemplate } from '@tabler/icons-react';
import { dragType } from '../canvas/drag-type.ts';
import { design as t } from '../kit/messages/en/design.ts';
import { templates } from '../kit/messages/en/templates.ts';
import classes from '../palette/palette.module.css';
import { ObjectIcon } from './object-icon.tsx';
import type { NewKind } from './use-process-edits.ts';

const kinds: readonly { readonly kind: NewKind; readonly hue: string }[] = [
  { kind: 'endpoint', hue: '--sb-content' },
  { kind: 'queue', hue: '--sb-mail' },
  { kind: 'workbin', hue: '--sb-routing' },
  { kind: 'view', hue: '--sb-segmentation' },
  { kind: 'strategy', hue: '--sb-data' },
];

/** Objects of a process, to drag onto the canvas or to add by a click. */
export function ObjectPalette(props: { readonly onAdd: (kind: NewKind) => void; readonly onNewStrategy: () => void }) {
  return (
    <nav className={classes.palette} aria-label={t.objects}>
      <h2 className={classes.category}>{t.addTo}</h2>
      {kinds.map(({ kind, hue }) => (
        <button
          key={kind}
          type="button"
          className={classes.item}
          style={{ '--hue': `var(${hue})` } as React.CSSProperties}
          draggable
          onDragStart={(event) => {
            event.dataTransfer.setData(dragType, kind);
            event.dataTransfer.effectAllowed = 'copy';
          }}
          onClick={() => props.onAdd(kind)}
        >
          <span className={classes.icon}>
            <ObjectIcon kind={kind} size={16} />
          </span>
          <span>
            <VisuallyHidden>{t.add}</VisuallyHidden> {t.kinds[kind]}
            <span className={classes.itemHelp}>{t.objectHelp[kind]}</span>
          </span>
        </button>
      ))}
      <button
        type="button"
        className={classes.item}
        style={{ '--hue': 'var(--sb-data)' } as React.CSSProperties}
        onClick={props.onNewStrategy}
      >
        <span className={classes.icon}>
          <IconTemplate size={16} aria-hidden />
        </span>
        <span>{templates.newStrategy}</span>
      </button>
    </nav>
  );
}
