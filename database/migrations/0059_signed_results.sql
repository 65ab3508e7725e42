-- Results as signed files, their states as facts that are only added, and what anybody may ask of them.

-- What a result is known by at the check page. Chance, for it stands on the paper and leads to nothing else.
alter table results.result add column token text not null default replace(gen_random_uuid()::text, '-', '');
alter table results.result add column owner_name text not null default '';
alter table results.result add column valid_until date;
create unique index on results.result (token);
create index on results.result (upper(number));
create index on results.result (id);

-- The file that was signed for a result, as it left the office.
create table results.file (
  home_unit uuid not null,
  dossier_id uuid not null,
  result_id uuid not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  octets integer not null check (octets > 0),
  signatures jsonb not null,
  made_at timestamptz not null,
  primary key (home_unit, dossier_id, result_id)
);
create unique index on results.file (sha256);
call scope.protect('results.file');
create policy with_dossier on results.file to motcua_web
  using (exists (select from dossiers.dossier d where d.home_unit = file.home_unit and d.id = file.dossier_id))
  with check (exists (select from dossiers.dossier d where d.home_unit = file.home_unit and d.id = file.dossier_id));
grant select, insert on results.file to motcua_web;

-- What became of a result after it was issued. The last one says its state; nobody is granted update or delete.
create table results.event (
  home_unit uuid not null,
  dossier_id uuid not null,
  result_id uuid not null,
  seq integer not null check (seq > 0),
  kind text not null check (kind in ('replaced','revoked')),
  -- The decision or the law that it rests on, in words.
  ground text not null check (ground <> ''),
  replaced_by uuid,
  at timestamptz not null,
  actor_kind text not null,
  actor_id uuid,
  actor_name text not null,
  actor_unit uuid,
  primary key (home_unit, dossier_id, result_id, seq),
  check ((kind = 'replaced') = (replaced_by is not null))
);
create index on results.event (result_id);
call scope.protect('results.event');
revoke update, delete on results.event from motcua_worker;
revoke update, delete on results.file from motcua_worker;
create policy with_dossier on results.event to motcua_web
  using (exists (select from dossiers.dossier d where d.home_unit = event.home_unit and d.id = event.dossier_id))
  with check (exists (select from dossiers.dossier d where d.home_unit = event.home_unit and d.id = event.dossier_id));
grant select, insert on results.event to motcua_web;

call public_log.follow('results.file');
call public_log.follow('results.event');
create view results.v_log_file with (security_invoker = true) as
  select f.home_unit || '/' || f.dossier_id || '/' || f.result_id as key, f.xact, jsonb_build_array(f.home_unit, f.dossier_id, f.result_id, r.number,
    r.token, f.sha256, f.octets, f.signatures, public_log.moment(f.made_at))::text as content
  from results.file f join results.result r on r.home_unit = f.home_unit and r.dossier_id = f.dossier_id and r.id = f.result_id;
create view results.v_log_event with (security_invoker = true) as
  select e.home_unit || '/' || e.dossier_id || '/' || e.result_id || '/' || e.seq as key, e.xact, jsonb_build_array(e.home_unit, e.dossier_id,
    e.result_id, e.seq, e.kind, e.ground, e.replaced_by, public_log.moment(e.at), e.actor_kind, e.actor_id, e.actor_name, e.actor_unit)::text as content
  from results.event e;
grant select on results.v_log_file, results.v_log_event to motcua_web, motcua_worker;
insert into public_log.source (name, relation, place) values
  ('result-file', 'results.v_log_file', 7), ('result-state', 'results.v_log_event', 8);

-- Names on the check page: the family name stays, of the others the first letter: Nguyễn V. A.
create function results.masked(name text) returns text language sql immutable as $$
  select string_agg(case when at = 1 then word else left(word, 1) || '.' end, ' ' order by at)
  from regexp_split_to_table(trim(name), '\s+') with ordinality as words(word, at)
$$;

-- What anybody may know of a result: asked by what stands on the paper (token), by its number, or by the hash of the file. It runs as
-- the owner, for a stranger sees no dossier, and gives nothing beyond these columns.
create function results.look_up(asked_token text, asked_number text, asked_sha256 text, today date)
returns table (token text, number text, kind text, title text, outcome text, issuer_name text, signer_name text, owner_masked text,
  issued_at timestamptz, valid_until date, state text, state_at timestamptz, ground text, newer_token text, newer_number text,
  sha256 text, octets integer, signatures jsonb)
language sql stable security definer set search_path = pg_catalog as $$
  select r.token, r.number, r.kind, r.title, r.outcome, r.issuer_name, r.signer_name, results.masked(r.owner_name), r.issued_at, r.valid_until,
    coalesce(e.kind, case when r.valid_until < today then 'expired' else 'valid' end),
    coalesce(e.at, case when r.valid_until < today then (r.valid_until + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' end),
    e.ground, n.token, n.number, f.sha256, f.octets, f.signatures
  from results.result r
  left join results.file f on f.home_unit = r.home_unit and f.dossier_id = r.dossier_id and f.result_id = r.id
  left join lateral (select * from results.event e where e.home_unit = r.home_unit and e.dossier_id = r.dossier_id and e.result_id = r.id
    order by e.seq desc limit 1) e on true
  left join results.result n on n.id = e.replaced_by
  where (asked_token <> '' and r.token = asked_token)
    or (asked_number <> '' and upper(r.number) = upper(asked_number))
    or (asked_sha256 <> '' and exists (select from results.file x where x.sha256 = asked_sha256 and x.home_unit = r.home_unit
      and x.dossier_id = r.dossier_id and x.result_id = r.id))
  order by r.issued_at desc limit 20
$$;
revoke all on function results.look_up(text, text, text, date) from public;
grant execute on function results.look_up(text, text, text, date) to motcua_web, motcua_worker;
