-- When an interaction falls due; null: at once. Until then views leave it in its queue, unless they say otherwise.
alter table interactions add scheduled_at timestamptz;
-- What falls due next in a queue, and what has fallen due since somebody looked.
create index interactions_scheduled on interactions (tenant_id, queue, scheduled_at)
  where scheduled_at is not null and state in ('queued', 'workbin') and not is_held;
