-- What failed for good, for the technical administrator: what kind of thing, when, how often tried and why, with every
-- address and number masked. Neither payload nor text of a message, so no content of a dossier. The role is asked
-- underneath too: the scope alone says only "officer". Each retry stands in the journal in the same transaction.
create function outbox.attends(p_now timestamptz) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select case scope.kind()
    when 'system' then true
    when 'officer' then coalesce((select c @> '{"active": true}' and c -> 'posts' @> '[{"role": "system-administrator"}]'
      from identity.officer_card(scope.officer(), p_now) c), false)
    else false end
$$;

-- A failure quotes what went wrong, and so perhaps whom it concerned.
create function outbox.masked(p_failure text) returns text language sql immutable set search_path = pg_catalog as $$
  select regexp_replace(regexp_replace(coalesce(p_failure, ''), '[^[:space:]<>"(),;:]+@[^[:space:]<>"(),;:]+', '…', 'g'), '[0-9]{9,}', '…', 'g')
$$;

create function outbox.stuck(p_now timestamptz, p_limit integer)
returns table (home_unit uuid, id uuid, at timestamptz, topic text, tries integer, failure text, attention_at timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select e.home_unit, e.id, e.at, e.topic, e.tries, outbox.masked(e.failure), e.attention_at from outbox.event e
  where e.done_at is null and e.attention_at is not null and outbox.attends(p_now)
  order by e.attention_at, e.id limit p_limit
$$;

create function outbox.retry(p_home uuid, p_id uuid, p_now timestamptz, p_audit uuid, p_request text) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare what text;
begin
  if not outbox.attends(p_now) then return false; end if;
  update outbox.event e set attention_at = null, next_try_at = null, tries = 0
  where e.home_unit = p_home and e.id = p_id and e.done_at is null and e.attention_at is not null
  returning e.topic into what;
  if not found then return false; end if;
  perform audit.record(p_audit, p_now, scope.kind(), scope.officer(), null, 'outbox.retry', 'event:' || p_id, p_home,
    jsonb_build_object('topic', what), p_request);
  return true;
end $$;

create function messages.unsent(p_now timestamptz, p_limit integer)
returns table (id uuid, created_at timestamptz, kind text, dossier_code text, tries integer, failure text)
language sql stable security definer set search_path = pg_catalog as $$
  select d.id, d.created_at, d.kind, d.dossier_code, d.tries, outbox.masked(d.failure) from messages.delivery d
  where d.state = 'failed' and outbox.attends(p_now)
  order by d.created_at desc, d.id limit p_limit
$$;

create function messages.send_again(p_id uuid, p_now timestamptz, p_audit uuid, p_request text) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare what text;
begin
  if not outbox.attends(p_now) then return false; end if;
  update messages.delivery d set state = 'waiting', tries = 0, next_try_at = null, leased_until = null
  where d.id = p_id and d.state = 'failed' returning d.kind into what;
  if not found then return false; end if;
  perform audit.record(p_audit, p_now, scope.kind(), scope.officer(), null, 'mail.send-again', 'mail:' || p_id, null,
    jsonb_build_object('kind', what), p_request);
  return true;
end $$;

-- The wider functions of before answered every officer.
revoke execute on function outbox.needs_attention(integer), outbox.try_again(uuid, uuid), messages.not_sent(integer) from public;
