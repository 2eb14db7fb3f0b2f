import { useEffect, useMemo, useRef, useState } from 'react';
import { QueryBuilder, type RuleGroupType } from 'react-querybuilder';
import type { Condition } from '#dsl/condition/condition.ts';
import { ruleOperators } from '#dsl/condition/rule.ts';
import { inspector as t } from '../kit/messages/en/inspector.ts';
import { conditionControls } from './condition-controls.tsx';
import classes from './inspector.module.css';
import { useInspector } from './inspector-context.ts';

const operators = ruleOperators.map((name) => ({ name, value: name, label: t.condition.operators[name] }));
const combinators = (['and', 'or'] as const).map((name) => ({ name, value: name, label: t.condition[name] }));

/** The condition builder. Ids it needs for its rows stay here; the document only gets what people wrote. */
export function ConditionBuilder(props: {
  readonly condition: Condition;
  readonly onChange: (condition: Condition) => void;
}) {
  const { conditionFields } = useInspector();
  const fields = useMemo(
    () => conditionFields.map(({ name, label }) => ({ name, value: name, label })),
    [conditionFields],
  );
  const [query, setQuery] = useState(() => props.condition as unknown as RuleGroupType);
  const told = useRef(JSON.stringify(props.condition));
  useEffect(() => {
    const text = JSON.stringify(props.condition);
    if (text === told.current) return;
    told.current = text;
    setQuery(props.condition as unknown as RuleGroupType);
  }, [props.condition]);
  return (
    <div className={classes.builder}>
      <QueryBuilder
        fields={fields}
        operators={operators}
        combinators={combinators}
        query={query}
        onQueryChange={(next) => {
          setQuery(next);
          const condition = withoutIds(next) as Condition;
          const text = JSON.stringify(condition);
          if (text === told.current) return;
          told.current = text;
          props.onChange(condition);
        }}
        controlElements={conditionControls}
        showNotToggle
        getDefaultField={() => (fields.find(({ name }) => name.endsWith('subject')) ?? fields[0])?.name ?? ''}
        getDefaultOperator={() => 'contains'}
        resetOnFieldChange={false}
        resetOnOperatorChange={false}
        enableMountQueryChange={false}
      />
      {query.rules.length === 0 && <p className={classes.builderNote}>{t.condition.empty}</p>}
    </div>
  );
}

// a value that a comparison does not have is left out, as the schema asks
function withoutIds(part: unknown): unknown {
  if (typeof part !== 'object' || part === null) return part;
  const { rules, field, operator, value, combinator, not } = part as Readonly<Record<string, unknown>>;
  if (Array.isArray(rules)) return { combinator, ...(not === true && { not }), rules: rules.map(withoutIds) };
  const hasValue = operator !== 'null' && operator !== 'notNull';
  return { field, operator, ...(hasValue && { value: value ?? '' }) };
}
