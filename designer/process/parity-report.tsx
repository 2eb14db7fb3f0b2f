import { Button, Group, SegmentedControl, Spoiler, Stack, Text, TextInput } from '@mantine/core';
import { IconDownload, IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState } from 'react';
import type { ComposerImport, ParityItem, ParityLevel, ParityReport as Report } from '#dsl/protocol/composer.ts';
import { composer as t } from '../kit/messages/en/composer.ts';
import { parityCsv } from './parity-csv.ts';
import { ParityList } from './parity-list.tsx';
import classes from './parity.module.css';
import { inFigures } from '../kit/messages/in-figures.ts';

const levels: readonly ParityLevel[] = ['exact', 'near', 'placeholder'];

/** What became of a Composer project: a count to put before whoever decides, and every block with its reasons. */
export function ParityReport({ report, diagnostics }: Pick<ComposerImport, 'report' | 'diagnostics'>) {
  const [level, setLevel] = useState<ParityLevel | 'all'>('all');
  const [text, setText] = useState('');
  const looked = useDeferredValue(text);
  const items = useMemo(() => report.items.filter((item) => fits(item, level, looked)), [report, level, looked]);
  const remarks = report.files.filter(({ remarks: said, status }) => said.length > 0 && status !== 'passed-over');
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  return (
    <Stack gap="sm">
      <Figures report={report} />
      {errors.length > 0 && <Remarks title={t.mend(errors.length)} lines={errors.map(({ message }) => message)} />}
      {remarks.length > 0 && (
        <Remarks
          title={t.files(remarks.length)}
          lines={remarks.flatMap(({ path, remarks: said }) => said.map((remark) => `${path}: ${remark}`))}
        />
      )}
      <Group gap="sm">
        <SegmentedControl
          aria-label={t.filterLevel}
          value={level}
          onChange={(value) => setLevel(value as ParityLevel | 'all')}
          data={[{ value: 'all', label: t.all }, ...levels.map((value) => ({ value, label: t.levels[value] }))]}
        />
        <TextInput
          style={{ flex: '1 1 220px' }}
          aria-label={t.filter}
          placeholder={t.filter}
          leftSection={<IconSearch size={14} />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Text size="xs" c="dimmed" role="status">
          {t.shown(items.length, report.items.length)}
        </Text>
        <Button variant="default" leftSection={<IconDownload size={16} />} onClick={() => save(report)}>
          {t.save}
        </Button>
      </Group>
      <ParityList items={items} />
    </Stack>
  );
}

function Figures({ report }: { readonly report: Report }) {
  const { count } = report;
  const percent = (part: number): number => (count.blocks === 0 ? 0 : Math.round((part / count.blocks) * 100));
  return (
    <Stack gap={6}>
      <div className={classes.figures}>
        <div className={classes.figure}>
          <span className={classes.number}>{t.blocks(count.blocks)}</span>
          <span className={classes.dim}>
            {t.filesRead(count.files)}, {t.lost(count.lost)}
          </span>
        </div>
        {levels.map((level) => (
          <div key={level} className={classes.figure}>
            <span className={classes.number}>{inFigures(count[level])}</span>
            <span className={classes.dim}>
              <span className={classes.mark} data-level={level} aria-hidden />
              <strong>{t.levels[level]}</strong> {t.levelHelp[level]}
            </span>
          </div>
        ))}
      </div>
      <div className={classes.bar} role="img" aria-label={t.ready(percent(count.exact))}>
        {levels.map((level) =>
          count[level] === 0 ? null : (
            <div
              key={level}
              className={classes.part}
              data-level={level}
              style={{ flexGrow: count[level] }}
              title={t.share(t.levels[level], count[level], percent(count[level]))}
            />
          ),
        )}
      </div>
      <Text size="sm">{t.ready(percent(count.exact))}</Text>
    </Stack>
  );
}

function Remarks({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <Spoiler maxHeight={20} showLabel={title} hideLabel={title} styles={{ control: { fontSize: 13 } }}>
      <ul className={classes.reasons}>
        {[...new Set(lines)].map((line) => (
          <li key={line}>
            <Text size="sm">{line}</Text>
          </li>
        ))}
      </ul>
    </Spoiler>
  );
}

function fits({ level, name, type, file, reasons }: ParityItem, wanted: ParityLevel | 'all', text: string): boolean {
  if (wanted !== 'all' && level !== wanted) return false;
  const words = text.trim().toLowerCase();
  return words === '' || [name, type, file, ...reasons].some((part) => part.toLowerCase().includes(words));
}

function save(report: Report): void {
  const link = document.createElement('a');
  // the mark in front makes spreadsheets read it as UTF-8
  link.href = URL.createObjectURL(new Blob(['\uFEFF', parityCsv(report)], { type: 'text/csv' }));
  link.download = `${report.project}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}
