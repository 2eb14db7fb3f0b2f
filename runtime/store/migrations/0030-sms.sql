-- Connections to SMS centres, their passwords sealed.
create table sms_channels (
  tenant_id text not null,
  name text not null,
  settings jsonb not null,
  secret bytea,
  status jsonb,
  primary key (tenant_id, name)
);

-- Parts of long messages until all are there.
create table sms_parts (
  tenant_id text not null,
  channel text not null,
  endpoint text not null,
  sender text not null,
  recipient text not null,
  reference int not null,
  total int not null,
  number int not null,
  text text not null,
  received_at timestamptz not null,
  primary key (tenant_id, channel, sender, recipient, reference, total, number)
);
create index sms_parts_received on sms_parts (received_at);

-- What the SMS centre called each part that it took, and what it said later of it. The receipt may come before we have written down the id.
create table sms_sent (
  tenant_id text not null,
  channel text not null,
  message_id text not null,
  interaction_id uuid,
  state text,
  error text,
  at timestamptz not null default now(),
  primary key (tenant_id, channel, message_id)
);
create index sms_sent_interaction on sms_sent (interaction_id) where interaction_id is not null;

-- A medium that is behind holds up no other.
drop index outbox_due;
create index outbox_due on outbox (kind, next_at) where state in ('pending', 'sending');
