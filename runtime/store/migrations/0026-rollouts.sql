-- A version that does not take all interactions yet: as a canary it takes some of them, as a shadow it is run afterwards, without effects.
-- A process has one at most, beside its active version.
create table rollouts (
  id uuid primary key,
  tenant_id text not null,
  process text not null,
  version int not null,
  mode text not null check (mode in ('canary', 'shadow')),
  -- Percent of the interactions that meet the condition.
  share int not null check (share between 1 and 100),
  condition jsonb,
  message text not null default '',
  started_by text,
  started_at timestamptz not null default now(),
  -- Shadow: when its next turn is due (while a turn is under way, when it counts as lost), and what came of the turns so far.
  due_at timestamptz not null default now(),
  compared int not null default 0,
  differing int not null default 0,
  skipped int not null default 0,
  unique (tenant_id, process)
);
-- Ways in which a shadow decides otherwise, each with how often and the last interaction it happened to.
create table shadow_differences (
  rollout_id uuid not null references rollouts on delete cascade,
  strategy text not null,
  why text not null,
  count int not null,
  last jsonb not null,
  last_at timestamptz not null default now(),
  primary key (rollout_id, strategy, why)
);
-- The rollout a run counts for; a shadow's runs lose it once they have been compared.
alter table runs add column rollout_id uuid;
create index runs_rollout on runs (rollout_id, version_id, state) where rollout_id is not null;

-- How a planned activation begins: null for all interactions at once, else {mode, share, condition}.
alter table planned_activations add column rollout jsonb;
create index on activations (tenant_id, id desc);
