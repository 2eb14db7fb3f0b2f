-- Attributes beside the core ones are values of contacts.attributes: one value, or a list whose first is the primary one. This is the list of them
-- that can be looked up and ordered; the database itself keeps it.
create table contact_values (
  contact_id uuid not null references contacts on delete cascade,
  tenant_id text not null,
  attribute text not null,
  key text collate "C" not null,
  is_primary boolean not null,
  primary key (contact_id, attribute, key)
);
create index contact_values_key on contact_values (tenant_id, attribute, key, contact_id);
create index contact_values_order on contact_values (tenant_id, attribute, key, contact_id) where is_primary;

create function contact_key(value text) returns text immutable strict language sql return left(lower(btrim(value)), 500);

create function keep_contact_values() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then delete from contact_values where contact_id = new.id; end if;
  insert into contact_values (contact_id, tenant_id, attribute, key, is_primary)
  select new.id, new.tenant_id, a.key, contact_key(v.value), bool_or(v.position = 1)
  from jsonb_each(new.attributes) a
  cross join lateral jsonb_array_elements_text(
    case jsonb_typeof(a.value) when 'array' then a.value else jsonb_build_array(a.value) end) with ordinality as v(value, position)
  where v.value is not null
  group by a.key, contact_key(v.value);
  return null;
end $$;
insert into contact_values (contact_id, tenant_id, attribute, key, is_primary)
  select c.id, c.tenant_id, a.key, contact_key(a.value), true from contacts c cross join lateral jsonb_each_text(c.attributes) a
  where c.attributes <> '{}' and a.value is not null;
create trigger contact_values_new after insert on contacts for each row when (new.attributes <> '{}') execute function keep_contact_values();
create trigger contact_values_changed after update of attributes on contacts for each row
  when (new.attributes is distinct from old.attributes) execute function keep_contact_values();

-- Names as identification compares them and lists order them.
create index contacts_last_name on contacts (tenant_id, lower(coalesce(last_name, '')), lower(coalesce(first_name, '')), id);
create index contacts_first_name on contacts (tenant_id, lower(first_name)) where first_name is not null;
create index contacts_title on contacts (tenant_id, lower(title)) where title is not null;
