-- What is in a workbin stands in the queue of that name, in state workbin, with its owner as agent:ID, agent-group:NAME,
-- place:NAME or place-group:NAME. The owner stays while it is out, so that it can return there.
-- What an owner sees, and what views of the workbin take in the default order, are answered by an index each.
create index interactions_workbin_owner on interactions (tenant_id, workbin_owner, queue, priority desc, received_at, seq)
  where state = 'workbin';
create index interactions_workbin_takeable on interactions (tenant_id, queue, priority desc, received_at, seq)
  where state = 'workbin' and not is_held;
-- An agent who transfers asks for a target too, with no run that waits for the answer.
alter table routing_requests alter column run_id drop not null;
alter table routing_requests alter column seq drop not null;
