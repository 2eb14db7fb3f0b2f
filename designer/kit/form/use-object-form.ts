import { notifications } from '@mantine/notifications';
import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { lists as t } from '../messages/en/lists.ts';
import { type FieldProblems, problemsOf, serverProblems } from './issue-words.ts';
import { type Draft, useDraft } from './use-draft.ts';
import { useSaveKey } from './use-save-key.ts';

/** A form over one object: its draft, what is wrong with it, and how it is saved. */
export interface ObjectForm<Value extends object> {
  readonly draft: Draft<Value>;
  /** What is wrong, by field: nothing before saving was tried, then kept current. */
  readonly problems: FieldProblems;
  readonly faults: number;
  /** Saves when everything fits, else shows what does not and leads to the first field at fault. */
  readonly save: () => void;
  readonly saving: UseMutationResult<unknown, Error, Value>;
  /** A failure of saving that belongs to no field. */
  readonly failure: Error | null;
  /** Goes around the form, so that the first field at fault can be found. */
  readonly frame: (element: HTMLDivElement | null) => void;
  /** Shows what does not fit and leads there; true when everything does. */
  readonly review: () => boolean;
}

/** What a form needs to know of its object. */
export interface ObjectFormOptions<Value extends object> {
  readonly initial: Value;
  readonly schema: z.ZodType;
  /** What is checked against the schema and sent; left out, the draft as it is. */
  readonly body?: (value: Value) => unknown;
  /** Checks beyond the schema, such as a name that is taken. */
  readonly check?: (value: Value) => FieldProblems;
  readonly name: (value: Value) => string;
  readonly save: (value: Value) => Promise<unknown>;
  /** What is kept after a save; left out, what was saved. */
  readonly settled?: (value: Value) => Value;
  readonly onSaved?: (value: Value) => void;
}

/** The form. Ctrl-S saves. */
export function useObjectForm<Value extends object>(options: ObjectFormOptions<Value>): ObjectForm<Value> {
  const draft = useDraft(options.initial);
  const [isTried, setTried] = useState(false);
  const [leads, setLeads] = useState(0);
  const around = useRef<HTMLDivElement>(null);
  const frame = useCallback((element: HTMLDivElement | null) => {
    around.current = element;
  }, []);
  const saving = useMutation({
    mutationFn: options.save,
    onSuccess: (_saved, value) => {
      setTried(false);
      draft.settle(options.settled?.(value) ?? value);
      notifications.show({ message: t.saved(options.name(value)) });
      options.onSaved?.(value);
    },
    onError: () => setLeads((count) => count + 1),
  });
  const found = {
    ...options.check?.(draft.value),
    ...problemsOf(options.schema, options.body?.(draft.value) ?? draft.value),
  };
  const problems: FieldProblems = { ...serverProblems(saving.error), ...(isTried ? found : {}) };
  useEffect(() => {
    if (leads > 0) around.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [leads]);
  const { reset } = saving;
  const tried = useRef(draft.value);
  useEffect(() => {
    // what the server refused is not what stands there now
    if (tried.current !== draft.value) reset();
    tried.current = draft.value;
  }, [draft.value, reset]);
  const review = (): boolean => {
    setTried(true);
    const fits = Object.keys(found).length === 0;
    if (!fits) setLeads((count) => count + 1);
    return fits;
  };
  const save = (): void => {
    if (draft.isDirty && !saving.isPending && review()) saving.mutate(draft.value);
  };
  useSaveKey(save);
  const isFieldFailure = Object.keys(serverProblems(saving.error)).length > 0;
  return {
    draft,
    problems,
    faults: Object.keys(problems).length,
    save,
    saving,
    failure: isFieldFailure ? null : saving.error,
    frame,
    review,
  };
}
