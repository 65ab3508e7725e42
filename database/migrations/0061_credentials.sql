-- Credentials for wallets: offers under way, what was given out and its place in the lists of states, nonces that were used up.
create schema credentials;
grant usage on schema credentials to motcua_web, motcua_worker;

-- Codes are made from the identifier under a key of the product, so that nothing here lets anybody take what is offered.
create table credentials.offer (
  person_id uuid not null,
  id uuid not null,
  result_id uuid not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  -- How often a wrong number was typed.
  tries integer not null default 0,
  redeemed_at timestamptz,
  taken_at timestamptz,
  primary key (person_id, id)
);
create unique index on credentials.offer (id);
create index on credentials.offer (person_id, result_id);

create table credentials.credential (
  person_id uuid not null,
  id uuid not null,
  home_unit uuid not null,
  dossier_id uuid not null,
  result_id uuid not null,
  -- Whose list of states tells of it, and where.
  agency uuid not null,
  list integer not null check (list >= 0),
  place integer not null check (place between 0 and 65535),
  -- Thumbprint of the wallet's key (RFC 7638).
  holder text not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (person_id, id)
);
create unique index credential_place on credentials.credential (agency, list, place);
create index on credentials.credential (person_id, result_id);

create table credentials.used_nonce (
  nonce text primary key,
  until timestamptz not null
);
create index on credentials.used_nonce (until);

call scope.protect('credentials.offer');
call scope.protect('credentials.credential');
call scope.protect('credentials.used_nonce');
create policy own on credentials.offer to motcua_web using (person_id = (select scope.person())) with check (person_id = (select scope.person()));
create policy own on credentials.credential to motcua_web using (person_id = (select scope.person())) with check (person_id = (select scope.person()));
create policy everybody on credentials.used_nonce to motcua_web using (true) with check (true);
grant select, insert on credentials.offer, credentials.credential to motcua_web;
grant update (expires_at, tries, redeemed_at, taken_at) on credentials.offer to motcua_web;
grant select, insert, delete on credentials.used_nonce to motcua_web;
revoke update, delete on credentials.credential from motcua_worker;

-- What a credential tells of a result, for the person on whose shelf it lies and whose dossier it comes from: both policies hold.
create function credentials.facts(p_person uuid, p_result uuid, p_today date)
returns table (id uuid, home_unit uuid, dossier_id uuid, number text, kind text, title text, issuer uuid, owner_name text, own boolean,
  issued_at timestamptz, valid_until date, sha256 text, state text)
language sql stable set search_path = pg_catalog as $$
  select r.id, r.home_unit, r.dossier_id, r.number, r.kind, r.title, r.issuer_unit, r.owner_name, d.applicant->'represented' is null,
    r.issued_at, r.valid_until, f.sha256, coalesce(e.kind, case when r.valid_until < p_today then 'expired' else 'valid' end)
  from results.shelf s
  join results.result r on r.home_unit = s.home_unit and r.dossier_id = s.dossier_id and r.id = s.id
  join dossiers.dossier d on d.home_unit = r.home_unit and d.id = r.dossier_id and d.person_id = s.person_id
  left join results.file f on f.home_unit = r.home_unit and f.dossier_id = r.dossier_id and f.result_id = r.id
  left join lateral (select x.kind from results.event x where x.home_unit = r.home_unit and x.dossier_id = r.dossier_id and x.result_id = r.id
    order by x.seq desc limit 1) e on true
  where s.person_id = p_person and s.id = p_result
$$;
revoke all on function credentials.facts(uuid, uuid, date) from public;
grant execute on function credentials.facts(uuid, uuid, date) to motcua_web, motcua_worker;

-- Whose offer it is: wallets come without a session, with a code that was made for it.
create function credentials.whose(p_offer uuid) returns uuid language sql stable security definer set search_path = pg_catalog as $$
  select o.person_id from credentials.offer o where o.id = p_offer
$$;
revoke all on function credentials.whose(uuid) from public;
grant execute on function credentials.whose(uuid) to motcua_web;

-- The list in which new credentials of an agency stand: each is filled by half, so that a place of chance is soon found.
create function credentials.open_list(p_agency uuid) returns integer language sql stable security definer set search_path = pg_catalog as $$
  select (count(*) / 32768)::integer from credentials.credential c where c.agency = p_agency
$$;
revoke all on function credentials.open_list(uuid) from public;
grant execute on function credentials.open_list(uuid) to motcua_web;

-- What everybody may know of a list: whether there is one, and the places that count no more, because the result ended or left the
-- person's shelf. It runs as the owner and tells numbers alone.
create function credentials.list_state(p_agency uuid, p_list integer, p_today date) returns table (total integer, ended integer[])
language sql stable security definer set search_path = pg_catalog as $$
  select count(*)::integer, coalesce(array_agg(c.place order by c.place) filter (where
      exists (select from results.event e where e.result_id = c.result_id)
      or not exists (select from results.result r where r.home_unit = c.home_unit and r.dossier_id = c.dossier_id and r.id = c.result_id
        and (r.valid_until is null or r.valid_until >= p_today))
      or not exists (select from results.shelf s join dossiers.dossier d on d.home_unit = s.home_unit and d.id = s.dossier_id
        and d.person_id = s.person_id where s.person_id = c.person_id and s.id = c.result_id)), '{}')
  from credentials.credential c where c.agency = p_agency and c.list = p_list
$$;
revoke all on function credentials.list_state(uuid, integer, date) from public;
grant execute on function credentials.list_state(uuid, integer, date) to motcua_web, motcua_worker;
