-- What keeps chats in step looks every second: at chats alone, however much else waits.
create index routing_chat on routing_requests (interaction_id) where media = 'chat';
create index interactions_chat_asleep on interactions (id) where media = 'chat' and is_held and state = 'queued';
-- The place in line, and the pace of the line.
create index interactions_chat_waiting on interactions (tenant_id, received_at) where media = 'chat' and state in ('queued', 'routing', 'inviting');
create index interactions_chat_served on interactions (tenant_id, taken_from, delivered_at) where media = 'chat';
