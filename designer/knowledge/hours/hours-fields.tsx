import { ActionIcon, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { openingAt } from '#dsl/business-hours/opening.ts';
import { weekdays } from '#dsl/model/time-zone.ts';
import { FormPart } from '../../kit/form/form-part.tsx';
import { services } from '../../kit/messages/en/services.ts';
import type { DocumentFieldsProps } from '../documents/document-kind.ts';
import { NameFields } from '../documents/name-fields.tsx';
import { calendarOf, type HoursDraft } from './hours-draft.ts';
import { openingWords } from './opening-words.ts';

const t = services.hours;
const timeZones = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];

/** Time zone, hours of the week and holidays, and how the calendar stands with them right now. */
export function HoursFields(props: DocumentFieldsProps<HoursDraft>) {
  const { draft, problems, onChange, disabled } = props;
  return (
    <>
      <FormPart title={t.parts.what}>
        <NameFields {...props} />
        <Select
          label={t.timeZone}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          description={t.timeZoneHint}
          data={timeZones.includes(draft.timeZone) ? timeZones : [draft.timeZone, ...timeZones]}
          value={draft.timeZone}
          error={problems['timeZone']}
          disabled={disabled}
          searchable
          limit={100}
          allowDeselect={false}
          onChange={(timeZone) => timeZone !== null && onChange({ timeZone })}
        />
        <Now draft={draft} />
      </FormPart>
      <FormPart title={t.parts.week}>
        <Text size="xs">{t.weekHint}</Text>
        <Week {...props} />
      </FormPart>
      <FormPart title={t.parts.holidays}>
        <Text size="xs">{t.holidaysHint}</Text>
        <Holidays {...props} />
      </FormPart>
    </>
  );
}

function Now({ draft }: { readonly draft: HoursDraft }) {
  const [now] = useState(Date.now);
  const calendar = calendarOf(draft);
  if (calendar === undefined) return null;
  return (
    <Text size="sm" component="output">
      {t.now}: {openingWords(openingAt(calendar, now), calendar.timeZone)}
    </Text>
  );
}

function Week({ draft, problems, onChange, disabled }: DocumentFieldsProps<HoursDraft>) {
  const { week } = draft;
  return (
    <Stack gap={6}>
      {weekdays.map((day, index) => {
        const before = weekdays[index - 1];
        return (
          <Group key={day} gap="xs" wrap="nowrap" align="flex-start">
            <Text size="sm" w={92} pt={6} id={`hours-${day}`}>
              {day}
            </Text>
            <TextInput
              style={{ flex: 1 }}
              aria-labelledby={`hours-${day}`}
              value={week[day]}
              placeholder={t.closed}
              error={problems[`week.${day}`]}
              disabled={disabled}
              onChange={(event) => onChange({ week: { ...week, [day]: event.currentTarget.value } })}
            />
            {before !== undefined && !disabled && (
              <Button
                variant="subtle"
                size="xs"
                mt={3}
                aria-label={t.sameAsAbove(day)}
                onClick={() => onChange({ week: { ...week, [day]: week[before] } })}
              >
                {t.same}
              </Button>
            )}
          </Group>
        );
      })}
    </Stack>
  );
}

function Holidays({ draft, problems, onChange, disabled }: DocumentFieldsProps<HoursDraft>) {
  const { holidays } = draft;
  const set = (index: number, change: Partial<HoursDraft['holidays'][number]>): void =>
    onChange({ holidays: holidays.map((one, at) => (at === index ? { ...one, ...change } : one)) });
  const cells = [
    { key: 'name', label: t.holiday, placeholder: t.holiday },
    { key: 'date', label: t.date, placeholder: '12-24' },
    { key: 'hours', label: t.hours, placeholder: t.closed },
  ] as const;
  return (
    <Stack gap={6}>
      {holidays.map((holiday, index) => (
        // a holiday has no name until somebody writes one; its place tells it from the others
        // oxlint-disable-next-line react/no-array-index-key
        <Group key={index} gap={6} wrap="nowrap" align="flex-start">
          {cells.map(({ key, label, placeholder }) => (
            <TextInput
              key={key}
              style={{ flex: key === 'name' ? 2 : 1, minWidth: 0 }}
              aria-label={`${label} ${index + 1}`}
              placeholder={placeholder}
              value={holiday[key]}
              error={problems[`holidays.${index}.${key}`]}
              disabled={disabled}
              onChange={(event) => set(index, { [key]: event.currentTarget.value })}
            />
          ))}
          {!disabled && (
            <ActionIcon
              size={30}
              aria-label={t.removeHoliday(holiday.name)}
              title={t.removeHoliday(holiday.name)}
              onClick={() => onChange({ holidays: holidays.toSpliced(index, 1) })}
            >
              <IconTrash size={15} />
            </ActionIcon>
          )}
        </Group>
      ))}
      {!disabled && (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} />}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => onChange({ holidays: [...holidays, { name: '', date: '', hours: '' }] })}
        >
          {t.addHoliday}
        </Button>
      )}
    </Stack>
  );
}
