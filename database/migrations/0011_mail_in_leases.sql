-- A message on its way outside is leased, never locked: the lease outlives a killed worker by seconds only.
alter table messages.delivery add column kind text not null default '', add column dossier_code text,
  add column next_try_at timestamptz, add column leased_until timestamptz;
-- One fact may say two things to one address (accepted, and a fee asked).
alter table messages.delivery drop constraint delivery_source_channel_address_key;
alter table messages.delivery add constraint delivery_once unique (source, channel, address, kind);
create index delivery_failed on messages.delivery (created_at) where state = 'failed';
create index notice_recent on messages.notice (person_id, at desc);
create index notice_unread on messages.notice (person_id) where read_at is null;

-- What could not be sent, for the administrator: neither address nor text.
create function messages.not_sent(p_limit integer)
returns table (id uuid, created_at timestamptz, kind text, dossier_code text, tries integer, failure text)
language sql stable security definer set search_path = pg_catalog as $$
  select d.id, d.created_at, d.kind, d.dossier_code, d.tries, coalesce(d.failure, '') from messages.delivery d
  where d.state = 'failed' and current_setting('motcua.kind', true) in ('officer', 'system')
  order by d.created_at desc limit p_limit
$$;
