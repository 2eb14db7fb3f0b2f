import { Handle, type Node, type NodeProps, Position, useConnection } from '@xyflow/react';
import { memo } from 'react';
import classes from './canvas.module.css';
import type { CanvasCard, Direction } from './canvas-parts.ts';

/** A card as React Flow carries it. */
export type CardNode = Node<{ readonly card: CanvasCard; readonly direction: Direction }, 'card'>;

/** Handle id of a card's entrance. */
export const entranceHandle = ' in';

/** A card with its entrance and its exits; what it says is the page's business. */
export const CanvasCardPart = memo(function CanvasCardPart({ id, data, selected }: NodeProps<CardNode>) {
  const { card, direction } = data;
  const isTarget = useConnection((connection) => connection.inProgress && connection.fromNode.id !== id);
  const isDown = direction === 'down';
  const hasLabels = card.ports.some((port) => port.label !== undefined);
  return (
    <div
      className={classes.card}
      data-shape={card.shape}
      data-selected={selected}
      data-faint={card.isFaint === true}
      data-target={isTarget && card.hasEntrance}
      style={{ '--hue': `var(${card.hue})` } as React.CSSProperties}
    >
      {card.hasEntrance && (
        <Handle
          id={entranceHandle}
          type="target"
          position={isDown ? Position.Top : Position.Left}
          className={classes.entrance ?? ''}
        />
      )}
      <div className={classes.content}>{card.content}</div>
      {hasLabels && (
        <div className={classes.ports}>
          {card.ports.map((port) => (
            <span key={port.name} className={classes.portLabel} data-kind={port.kind} title={port.label}>
              {port.label}
            </span>
          ))}
        </div>
      )}
      {card.ports.map((port, index) => {
        const share = `${((index + 0.5) / card.ports.length) * 100}%`;
        return (
          <Handle
            key={port.name}
            id={port.name}
            type="source"
            position={isDown ? Position.Bottom : Position.Right}
            className={classes.exit ?? ''}
            style={isDown ? { left: share } : { top: share }}
            data-kind={port.kind}
            data-wired={port.isWired}
            data-end={port.isEnd === true}
            title={port.label ?? port.name}
          />
        );
      })}
    </div>
  );
});
