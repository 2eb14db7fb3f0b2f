-- Runs by when they ended: what the pages that watch a process count, minute by minute, and the interactions that left by a port.
create index runs_ended on runs (tenant_id, ended_at desc) where ended_at is not null;
