import { Handle, type Node, type NodeProps, Position, useConnection } from '@xyflow/react';
import { memo, type ReactNode } from 'react';
import classes from './canvas.module.css';
import type { CanvasCard, Direction } from './canvas-parts.ts';
import type { Detail } from './use-shown.ts';

/** A card as React Flow carries it. */
export type CardNode = Node<
  { readonly card: CanvasCard; readonly direction: Direction; readonly detail: Detail },
  'card'
>;

/** Handle id of a card's entrance. */
export const entranceHandle = ' in';

/** A card with its entrance and its exits; what it says is the page's business. Out of sight it is only a place. */
export const CanvasCardPart = memo(function CanvasCardPart({ id, data, selected }: NodeProps<CardNode>) {
  switch (data.detail) {
    case 'whole':
      return <WholeCard id={id} data={data} isSelected={selected} />;
    case 'sketch':
      return (
        <CardBody card={data.card} isSelected={selected} isTarget={false}>
          <Anchors card={data.card} direction={data.direction} />
        </CardBody>
      );
    case 'place':
      return <Anchors card={data.card} direction={data.direction} />;
  }
});

/** Where wires are tied to a card whose exits are not drawn: React Flow measures them and draws no wire without. */
function Anchors({ card, direction }: { readonly card: CanvasCard; readonly direction: Direction }) {
  const isDown = direction === 'down';
  return (
    <>
      {card.hasEntrance && (
        <i
          className={`target ${classes.anchor}`}
          data-handleid={entranceHandle}
          data-handlepos={isDown ? Position.Top : Position.Left}
          style={isDown ? { left: '50%', top: 0 } : { left: 0, top: '50%' }}
        />
      )}
      {card.ports.map((port, index) => (
        <i
          key={port.name}
          className={`source ${classes.anchor}`}
          data-handleid={port.name}
          data-handlepos={isDown ? Position.Bottom : Position.Right}
          style={isDown ? { left: shareOf(card, index), bottom: 0 } : { right: 0, top: shareOf(card, index) }}
        />
      ))}
    </>
  );
}

function shareOf(card: CanvasCard, port: number): string {
  return `${((port + 0.5) / card.ports.length) * 100}%`;
}

function CardBody(props: {
  readonly card: CanvasCard;
  readonly isSelected: boolean;
  readonly isTarget: boolean;
  readonly children?: ReactNode;
}) {
  const { card } = props;
  return (
    <div
      className={classes.card}
      data-shape={card.shape}
      data-selected={props.isSelected}
      data-faint={card.isFaint === true}
      data-target={props.isTarget}
      style={{ '--hue': `var(${card.hue})` } as React.CSSProperties}
    >
      <div className={classes.content}>{card.content}</div>
      {props.children}
    </div>
  );
}

function WholeCard(props: { readonly id: string; readonly data: CardNode['data']; readonly isSelected: boolean }) {
  const { id, data, isSelected } = props;
  const { card, direction } = data;
  const isTarget = useConnection((connection) => connection.inProgress && connection.fromNode.id !== id);
  const isDown = direction === 'down';
  const hasLabels = card.ports.some((port) => port.label !== undefined);
  return (
    <CardBody card={card} isSelected={isSelected} isTarget={isTarget && card.hasEntrance}>
      {card.hasEntrance && (
        <Handle
          id={entranceHandle}
          type="target"
          position={isDown ? Position.Top : Position.Left}
          className={classes.entrance ?? ''}
        />
      )}
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
        const share = shareOf(card, index);
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
    </CardBody>
  );
}
