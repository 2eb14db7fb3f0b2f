-- The transaction that wrote the event. Programs that follow the log read in this order and no further than the oldest transaction that
-- is still writing: ids are given out before the commit and become visible out of order.
alter table events add column xid xid8 not null default pg_current_xact_id();
create index events_stream on events (tenant_id, xid, id);
-- The log of one agent and of one queue or workbin, newest first.
create index events_agent on events (tenant_id, (case when party ->> 'kind' = 'agent' then party ->> 'name' else facts ->> 'agent' end), at)
  where case when party ->> 'kind' = 'agent' then party ->> 'name' else facts ->> 'agent' end is not null;
create index events_queue on events (tenant_id, (coalesce(facts ->> 'queue', facts ->> 'workbin')), at)
  where coalesce(facts ->> 'queue', facts ->> 'workbin') is not null;
