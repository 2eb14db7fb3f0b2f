-- Programs that call the API. Only the hash of a token is kept.
create table api_tokens (
  id uuid primary key,
  tenant_id text not null references tenants,
  name text not null,
  hash bytea not null unique,
  roles text[] not null,
  created_by text,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  unique (tenant_id, name)
);

-- Attachments an agent uploaded for a reply that is not sent yet.
create table uploads (
  id uuid primary key,
  tenant_id text not null references tenants,
  agent_id text not null,
  file_name text not null,
  content_type text not null,
  hash bytea not null references blobs,
  size int not null,
  created_at timestamptz not null default now()
);
create index on uploads (created_at);
