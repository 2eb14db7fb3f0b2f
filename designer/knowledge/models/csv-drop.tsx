import { Button, FileButton, Input, Text } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { knowledge } from '../../kit/messages/en/knowledge.ts';
import classes from './models.module.css';
import { inFigures } from '../../kit/messages/in-figures.ts';

const t = knowledge.models;

/** A CSV file that was chosen: its name and text. */
export interface CsvFile {
  readonly name: string;
  readonly text: string;
}

/** As much as the server takes. */
const maxBytes = 30_000_000;

/** Where a CSV file is dropped or chosen. What the server finds wrong with it stands below, with its line. */
export function CsvDrop(props: {
  readonly file: CsvFile | undefined;
  readonly onFile: (file: CsvFile) => void;
  readonly problem?: string | undefined;
}) {
  const { file, onFile } = props;
  const [isOver, setOver] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const problem = refusal ?? props.problem;
  const take = async (given: File | null | undefined): Promise<void> => {
    if (given === null || given === undefined) return;
    const wrong = given.size > maxBytes ? t.csvTooBig : undefined;
    setRefusal(wrong);
    if (wrong !== undefined) return;
    try {
      onFile({ name: given.name, text: await given.text() });
    } catch {
      // a folder, or a file that went away between the choice and the reading
      setRefusal(t.csvUnreadable);
    }
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };
  return (
    <div>
      <div
        className={classes.drop}
        data-over={isOver || undefined}
        data-wrong={problem !== undefined || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <IconFileSpreadsheet size={26} stroke={1.5} className={classes.dim} aria-hidden />
        <Text size="sm">{file === undefined ? t.csvDrop : t.csvChosen(file.name, sizeOf(file.text.length))}</Text>
        <FileButton onChange={(given) => void take(given)} accept=".csv,.tsv,.txt,text/csv">
          {(button) => (
            <Button {...button} variant="default" aria-invalid={problem !== undefined} aria-describedby="csv-about">
              {file === undefined ? t.csvChoose : t.csvOther}
            </Button>
          )}
        </FileButton>
      </div>
      <div id="csv-about">
        {problem !== undefined && <Input.Error mt={6}>{problem}</Input.Error>}
        <Input.Description mt={6}>{t.csvHint}</Input.Description>
      </div>
    </div>
  );
}

function sizeOf(characters: number): string {
  return characters < 1_000_000
    ? `${inFigures(Math.max(1, Math.round(characters / 1000)))} KB`
    : `${inFigures(Math.round(characters / 100_000) / 10)} MB`;
}
