import { IconCalendarClock } from '@tabler/icons-react';
import { businessHoursSchema } from '#dsl/model/business-hours.ts';
import { type BusinessHoursSummary, businessHoursSummarySchema } from '#dsl/protocol/services.ts';
import { services } from '../../kit/messages/en/services.ts';
import { RelativeTime } from '../../kit/relative-time.tsx';
import type { DocumentKind } from '../documents/document-kind.ts';
import { DocumentSection } from '../documents/document-section.tsx';
import classes from '../knowledge.module.css';
import { hoursBody, type HoursDraft, hoursProblems, keptHoursDraft, newHoursDraft } from './hours-draft.ts';
import { HoursFields } from './hours-fields.tsx';
import { openingWords } from './opening-words.ts';

const t = services.hours;

const kind: DocumentKind<BusinessHoursSummary, HoursDraft> = {
  area: 'knowledge',
  section: 'business-hours',
  path: '/api/business-hours',
  reference: 'calendar',
  texts: t,
  icon: IconCalendarClock,
  columns: [
    {
      key: 'name',
      label: t.columns.name,
      width: 'minmax(0, 3fr)',
      cell: ({ name }) => name,
      sortBy: ({ name }) => name,
    },
    {
      key: 'state',
      label: t.columns.state,
      width: '100px',
      from: 360,
      cell: ({ state }) => (
        <span className={classes.badge} data-tone={state === 'open' ? 'good' : 'plain'}>
          {t.state[state]}
        </span>
      ),
      sortBy: ({ state }) => state,
    },
    {
      key: 'updated',
      label: t.columns.updated,
      width: '130px',
      from: 560,
      cell: ({ updatedAt }) => <RelativeTime at={updatedAt} />,
      sortBy: ({ updatedAt }) => updatedAt,
    },
  ],
  subtitleOf: (line) => `${line.timeZone} · ${openingWords(line, line.timeZone)}`,
  line: businessHoursSummarySchema,
  schema: businessHoursSchema,
  kept: businessHoursSchema,
  fresh: newHoursDraft,
  draftOf: keptHoursDraft,
  bodyOf: hoursBody,
  check: hoursProblems,
  Fields: HoursFields,
};

/** Calendars of business hours. */
export function HoursSection() {
  return <DocumentSection kind={kind} />;
}
