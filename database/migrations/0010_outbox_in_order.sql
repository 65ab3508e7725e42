-- Events of one subject are taken in the order of its acts; what fails for good is parked for a human and the rest goes on.
alter table outbox.event add column attention_at timestamptz;
drop index outbox.event_waiting;
create index event_waiting on outbox.event (at, id) where done_at is null and attention_at is null;
create index event_of_subject on outbox.event (home_unit, subject) where done_at is null and attention_at is null;
create index event_attention on outbox.event (attention_at) where done_at is null and attention_at is not null;

-- The human worklist "needs attention": what it is about and why, never what is inside.
create function outbox.needs_attention(p_limit integer)
returns table (home_unit uuid, id uuid, at timestamptz, topic text, subject text, tries integer, failure text, attention_at timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select e.home_unit, e.id, e.at, e.topic, e.subject, e.tries, coalesce(e.failure, ''), e.attention_at from outbox.event e
  where e.done_at is null and e.attention_at is not null and current_setting('motcua.kind', true) in ('officer', 'system')
  order by e.attention_at limit p_limit
$$;
create function outbox.try_again(p_home uuid, p_id uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update outbox.event e set attention_at = null, next_try_at = null, tries = 0
  where e.home_unit = p_home and e.id = p_id and e.done_at is null and current_setting('motcua.kind', true) in ('officer', 'system');
  return found;
end $$;
