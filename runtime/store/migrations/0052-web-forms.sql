-- Web forms, as their documents say.
create table web_forms (
  tenant_id text not null references tenants,
  name text not null,
  document jsonb not null,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, name)
);
