-- Events are told medium by medium, so that those of media that ask for them are never looked at, and of each interaction the oldest first.
create index open_events_due_of on open_events (tenant_id, media, next_at, id);
create index open_events_order on open_events (interaction_id, id);
drop index open_events_due;
