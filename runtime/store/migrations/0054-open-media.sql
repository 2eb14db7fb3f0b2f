-- Media that outside programs add, as documents.
create table media_types (
  tenant_id text not null references tenants,
  name text not null,
  document jsonb not null,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, name)
);

-- What the program of an open medium has to hear: replies, and where its interactions are. A row goes when the program has acknowledged it.
create table open_events (
  id bigint primary key generated always as identity,
  tenant_id text not null,
  media text not null,
  interaction_id uuid not null,
  -- Of a reply: the run that waits for the program's word, and its step.
  run_id uuid,
  seq int,
  document jsonb not null,
  at timestamptz not null default now(),
  attempts int not null default 0,
  next_at timestamptz not null default now(),
  unique (run_id, seq)
);
create index open_events_waiting on open_events (tenant_id, media, id);
create index open_events_due on open_events (next_at);
create index open_events_old on open_events (at);

-- Posts and messages that joined an interaction after it had been taken, such as comments.
create table posts (
  interaction_id uuid not null,
  external_id text not null,
  tenant_id text not null,
  author jsonb not null,
  text text not null,
  url text,
  is_private boolean not null default false,
  at timestamptz not null,
  primary key (interaction_id, external_id)
);

-- By what their media call them; mails have ids of their own for that.
create index interactions_external on interactions (tenant_id, media, external_id, seq desc) where external_id is not null and media <> 'email';

-- A trigger, since everything that moves an interaction would otherwise have to think of media it does not know.
create function note_open_media() returns trigger language plpgsql as $$
begin
  insert into open_events (tenant_id, media, interaction_id, document)
  select new.tenant_id, new.media, new.id, jsonb_build_object(
    'kind', 'state', 'externalId', new.external_id, 'state', new.state, 'queue', new.queue,
    'agent', (select user_name from agents where id = new.agent_id), 'reason', new.stop_reason, 'data', new.data)
  from media_types t where t.tenant_id = new.tenant_id and t.name = new.media and t.document ->> 'tellsStates' = 'true';
  if found then
    perform pg_notify('signalbox', json_build_object('kind', 'open-media', 'tenantId', new.tenant_id)::text);
  end if;
  return null;
end $$;
create trigger interactions_open_media after update on interactions for each row
  when (new.external_id is not null and new.media not in ('email', 'chat', 'sms') and
    (new.state, new.queue, new.agent_id) is distinct from (old.state, old.queue, old.agent_id))
  execute function note_open_media();
