import { Avatar } from '@mantine/core';
import { useMemo } from 'react';
import type { PresentPerson } from '#dsl/protocol/presence.ts';
import type { CanvasCard } from '../canvas/canvas-parts.ts';
import { versions as t } from '../kit/messages/en/versions.ts';
import classes from './presence.module.css';
import { useColleagues } from './presence.tsx';

/** Cards of a canvas with the faces of those who work on them; the process canvas is the one without a strategy. */
export function useCardsWithPresence(cards: readonly CanvasCard[], strategy?: string): readonly CanvasCard[] {
  const colleagues = useColleagues();
  return useMemo(() => {
    const here = colleagues.filter(({ place }) => place.strategy === strategy && place.card !== undefined);
    if (here.length === 0) return cards;
    return cards.map((card) => {
      const people = here.filter(({ place }) => place.card === card.id);
      return people.length === 0 ? card : withFaces(card, people);
    });
  }, [cards, colleagues, strategy]);
}

function withFaces(card: CanvasCard, people: readonly PresentPerson[]): CanvasCard {
  const content = (
    <>
      {card.content}
      <span className={classes.onCard}>
        {people.map(({ id, name }) => (
          <span key={id} role="img" aria-label={t.presentOn(name)} title={name}>
            <Avatar size={22} radius="xl" name={name} color="initials" />
          </span>
        ))}
      </span>
    </>
  );
  return { ...card, content };
}
