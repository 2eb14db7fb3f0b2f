import { Autocomplete, NumberInput } from '@mantine/core';
import type { ViewInput } from '../commands/edit.ts';
import { inspector as t } from '../kit/messages/en/inspector.ts';
import { type FieldProblem, problemText, problemsUnder } from './field-props.ts';

type Segmentation = NonNullable<ViewInput['segmentation']>;

/** What a first click on it proposes. */
const usualMost = 10;

/** How many interactions of each value of a property a view lets into its strategy at once; no property: as many as come. */
export function SegmentationFields(props: {
  readonly segmentation: Segmentation | undefined;
  readonly properties: readonly string[];
  readonly problems: readonly FieldProblem[];
  readonly onChange: (segmentation: Segmentation | undefined) => void;
}) {
  const { segmentation, properties, problems, onChange } = props;
  return (
    <>
      <Autocomplete
        label={t.segmentBy}
        description={t.segmentByHelp}
        data={[...properties]}
        value={segmentation?.property ?? ''}
        error={problemText(problemsUnder(problems, 'property'))}
        onChange={(property) =>
          onChange(property === '' ? undefined : { maxInFlight: segmentation?.maxInFlight ?? usualMost, property })
        }
      />
      {segmentation !== undefined && (
        <NumberInput
          label={t.segmentMost}
          description={t.segmentMostHelp}
          min={1}
          max={100_000}
          clampBehavior="none"
          value={segmentation.maxInFlight}
          error={problemText(problemsUnder(problems, 'maxInFlight'))}
          onChange={(most) => typeof most === 'number' && onChange({ ...segmentation, maxInFlight: most })}
        />
      )}
    </>
  );
}
