-- A mailbox that keeps its mail is asked at every look which of it is known; the key of the table begins with the endpoint too.
create index received_mails_delivery on received_mails (tenant_id, key) where key like 'delivery %';
