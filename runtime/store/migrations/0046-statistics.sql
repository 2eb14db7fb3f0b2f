-- An event's id is only given to a transaction that has its own id: whoever reads a number of the log, and takes an id of a transaction
-- afterwards, knows that all transactions that still owe an entry up to that number are older. CASE fixes the order of the two.
alter table events alter column id drop identity;
create sequence events_number owned by events.id;
select setval('events_number', coalesce((select max(id) from events), 0) + 1, false);
alter table events alter column id set default case when pg_current_xact_id() is not null then nextval('events_number') end;

-- Up to which entry of the event log statistics have been counted, and which entries are about to be settled: all transactions before
-- `seen_tx` must have ended before entries up to `seen_id` may be counted.
create table statistics_position (
  the_only boolean primary key default true check (the_only),
  counted_id bigint not null default 0,
  settled_id bigint not null default 0,
  seen_id bigint not null default 0,
  seen_tx xid8 not null default '0',
  counted_at timestamptz not null default now()
);
insert into statistics_position default values;

-- Counters and times of an object during a span of minutes, written by one statistics server at a time.
create table statistics_buckets (
  tenant_id text not null,
  span int not null,
  at timestamptz not null,
  kind text not null,
  name text not null,
  media text not null,
  counts jsonb not null,
  primary key (tenant_id, span, kind, at, name, media)
);

-- What must be known of an interaction or agent to count its next event.
create table statistics_memory (
  tenant_id text not null,
  kind text not null,
  subject text not null,
  state jsonb not null,
  primary key (tenant_id, kind, subject)
);
