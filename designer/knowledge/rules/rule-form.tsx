import { Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { z } from 'zod';
import { screeningRuleDocumentSchema } from '#dsl/document/bundle.ts';
import type { ScreeningRuleSummary } from '#dsl/protocol/knowledge.ts';
import { api } from '../../kit/api.ts';
import { FormBody } from '../../kit/form/form-part.tsx';
import { LeaveGuard } from '../../kit/form/leave-guard.tsx';
import { useObjectForm } from '../../kit/form/use-object-form.ts';
import { DetailPane, SaveBar } from '../../kit/list/detail-pane.tsx';
import type { ObjectAddress } from '../../kit/list/use-object-address.ts';
import { knowledge } from '../../kit/messages/en/knowledge.ts';
import { lists } from '../../kit/messages/en/lists.ts';
import { ProblemNote } from '../../kit/problem.tsx';
import { DeleteKnowledge } from '../delete-knowledge.tsx';
import classes from '../knowledge.module.css';
import { rulePath, ruleQuery, rulesQuery, useMayChange } from '../knowledge-queries.ts';
import { WhereUsed } from '../where-used.tsx';
import {
  checkRule,
  keptRuleDraft,
  type KeptRule,
  newRuleDraft,
  ruleBody,
  type RuleDraft,
  usableRule,
} from './rule-draft.ts';
import { RuleFields } from './rule-fields.tsx';
import { RuleTest } from './rule-test.tsx';

const t = knowledge.rules;

/** A screening rule with the place to try it; without `kept` a new one. */
export function RuleForm(props: {
  readonly kept?: KeptRule;
  readonly rules: readonly ScreeningRuleSummary[];
  readonly address: ObjectAddress;
}) {
  const { kept, rules, address } = props;
  const client = useQueryClient();
  const mayChange = useMayChange();
  const form = useObjectForm<RuleDraft>({
    initial: kept === undefined ? newRuleDraft : keptRuleDraft(kept),
    schema: screeningRuleDocumentSchema,
    body: ruleBody,
    check: (draft) =>
      checkRule(
        draft,
        kept,
        rules.map(({ name }) => name),
      ),
    name: ({ name }) => name,
    save: (draft) => api.send('PUT', rulePath(draft.name), ruleBody(draft), z.unknown()),
    onSaved: (draft) => {
      void client.invalidateQueries(ruleQuery(draft.name));
      void client
        .invalidateQueries({ ...rulesQuery, exact: true })
        .then(() => kept === undefined && address.open(draft.name));
    },
  });
  const { draft } = form;
  const usable = useMemo(() => usableRule(draft.value), [draft.value]);
  const title = kept?.name ?? t.createTitle;
  return (
    <DetailPane
      title={title}
      onClose={address.close}
      aside={
        kept !== undefined &&
        mayChange && (
          <DeleteKnowledge
            kind="screening-rule"
            name={kept.name}
            path={rulePath(kept.name)}
            list={rulesQuery.queryKey}
            address={address}
          />
        )
      }
      foot={
        mayChange ? (
          <SaveBar
            isDirty={draft.isDirty}
            isSaving={form.saving.isPending}
            faults={form.faults}
            label={t.save}
            onDiscard={kept === undefined ? undefined : draft.discard}
            onSave={form.save}
          />
        ) : (
          <Text size="sm">{lists.readOnly}</Text>
        )
      }
    >
      <LeaveGuard name={title} isDirtyNow={draft.isDirtyNow} />
      <div className={classes.frame}>
        <div className={classes.split}>
          <FormBody onFrame={form.frame}>
            <ProblemNote error={form.failure} />
            <RuleFields
              draft={draft.value}
              problems={form.problems}
              onChange={draft.set}
              isKept={kept !== undefined}
              disabled={!mayChange}
            />
            {kept !== undefined && <WhereUsed kind="screening-rule" name={kept.name} />}
          </FormBody>
          <RuleTest rule={usable} />
        </div>
      </div>
    </DetailPane>
  );
}
