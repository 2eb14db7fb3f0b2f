import { ActionIcon, Autocomplete, Button, NumberInput, Text } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useMemo } from 'react';
import { people as t } from '../kit/messages/en/people.ts';
import type { PersonFieldsProps, SkillLine } from './person-draft.ts';
import classes from './settings.module.css';

/** Skills of somebody with their levels, 0 to 100; names that others have are offered. */
export function SkillsField({ draft, problems, onChange, people, disabled }: PersonFieldsProps) {
  const known = useMemo(() => [...new Set(people.flatMap(({ skills }) => Object.keys(skills)))].toSorted(), [people]);
  const change = (line: SkillLine): void =>
    onChange({ skills: draft.skills.map((other) => (other.id === line.id ? line : other)) });
  const add = (): void => {
    const id = Math.max(-1, ...draft.skills.map((line) => line.id)) + 1;
    onChange({ skills: [...draft.skills, { id, name: '', level: 50 }] });
  };
  return (
    <>
      {draft.skills.length === 0 && (
        <Text size="sm" className={classes.dim ?? ''}>
          {t.skillsNone}
        </Text>
      )}
      {draft.skills.map((line, index) => (
        <div key={line.id} className={classes.skill}>
          <Autocomplete
            aria-label={t.skillNamed(index + 1)}
            placeholder={t.skill}
            data={known}
            limit={50}
            value={line.name}
            error={problems[`skill-${line.id}`]}
            onChange={(name) => change({ ...line, name })}
            disabled={disabled}
          />
          <NumberInput
            aria-label={t.levelOf(line.name)}
            value={line.level ?? ''}
            min={0}
            max={100}
            step={5}
            allowDecimal={false}
            onChange={(level) => change({ ...line, level: typeof level === 'number' ? level : undefined })}
          />
          <ActionIcon
            size={34}
            aria-label={t.removeSkill(line.name)}
            disabled={disabled}
            onClick={() => onChange({ skills: draft.skills.filter((other) => other !== line) })}
          >
            <IconX size={16} />
          </ActionIcon>
        </div>
      ))}
      {!disabled && (
        <div>
          <Button variant="default" leftSection={<IconPlus size={15} />} onClick={add}>
            {t.addSkill}
          </Button>
        </div>
      )}
    </>
  );
}
