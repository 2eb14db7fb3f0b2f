-- The router looks at everybody who is logged in a page at a time, in the order of ids.
create index agent_sessions_pages on agent_sessions (tenant_id, agent_id);
drop index agent_sessions_tenant_id_idx;
