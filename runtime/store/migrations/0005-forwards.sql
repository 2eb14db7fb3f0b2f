-- What Forward E-mail sent to external resources: by the Message-ID of the forward, or by the reference in its subject, a reply finds the
-- message that was forwarded.
create table forwards (
  tenant_id text not null references tenants,
  token text not null,
  interaction_id uuid not null,
  original_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, token)
);
create unique index on forwards (interaction_id);
