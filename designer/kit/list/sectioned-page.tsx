import type { TablerIcon } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { lists as t } from '../messages/en/lists.ts';
import classes from './list-page.module.css';

/** A section of an area that is cut into some. */
export interface Section {
  /** Its word in the address. */
  readonly key: string;
  readonly label: string;
  readonly icon: TablerIcon;
}

/** An area with its sections beside the open one; above it on a phone. */
export function SectionedPage(props: {
  readonly area: 'settings' | 'knowledge';
  readonly label: string;
  readonly sections: readonly Section[];
  readonly open: string;
  readonly children: ReactNode;
}) {
  const { area, sections, open } = props;
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    // on a phone the sections stand in a row that may be wider than the screen
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [open]);
  return (
    <div className={classes.page}>
      <nav ref={nav} className={classes.sections} aria-label={t.sections(props.label)}>
        {sections.map((section) => (
          <Link
            key={section.key}
            to={`/${area}/$`}
            params={{ _splat: section.key }}
            className={classes.section}
            {...(section.key === open && { 'data-active': true, 'aria-current': 'page' as const })}
          >
            <section.icon size={17} stroke={1.7} aria-hidden />
            <span>{section.label}</span>
          </Link>
        ))}
      </nav>
      <div className={classes.content}>{props.children}</div>
    </div>
  );
}
