-- What an import overwrote or merged, as a bundle that puts it back.
create table import_backups (
  id uuid primary key,
  tenant_id text not null,
  process text not null,
  items text[] not null,
  bundle jsonb not null,
  made_by text,
  made_at timestamptz not null default now()
);
create index on import_backups (tenant_id, made_at desc);
