-- Units (reference table): with validity and succession; a renamed or merged unit keeps its old row.
create table organisations.unit (
  id uuid primary key,
  key text not null unique,
  code text not null,
  code_inferred boolean not null default false,
  name text not null,
  short_name text not null,
  kind text not null check (kind in ('province','provincial-centre','department','provincial-police','commune-committee','commune-centre','commune-police')),
  parent_id uuid references organisations.unit,
  admin_code text,
  address text not null default '',
  lat double precision,
  lon double precision,
  hours text not null default 'office',
  valid_from date not null,
  valid_to date,
  successor_id uuid references organisations.unit,
  version integer not null default 1
);
create unique index unit_code on organisations.unit (code) where valid_to is null;
create index unit_by_place on organisations.unit (admin_code, kind);
grant select, insert, update on organisations.unit to motcua_web, motcua_worker;

-- Administrative areas: provinces, communes since 2025-07-01 and the old three tiers with their mapping.
create table organisations.area (
  code text primary key,
  level text not null check (level in ('province','commune')),
  name text not null,
  full_name text not null,
  name_folded text not null,
  province_code text not null,
  kind text not null
);
create index area_of_province on organisations.area (province_code, level);
create table organisations.old_area (
  old_province_code text not null,
  old_district_code text not null,
  old_ward_code text not null,
  old_ward text not null,
  new_province_code text not null,
  new_commune_code text not null,
  split boolean not null,
  primary key (old_province_code, old_district_code, old_ward_code, new_commune_code)
);
grant select on organisations.area, organisations.old_area to motcua_web, motcua_worker;
grant insert, update, delete on organisations.area, organisations.old_area to motcua_worker;

-- A calendar edition is never changed: a dossier pins the edition it was reckoned with.
create table calendar.edition (
  id integer primary key,
  content jsonb not null,
  note text not null,
  made_by uuid,
  made_at timestamptz not null
);
grant select, insert on calendar.edition to motcua_web, motcua_worker;

-- Persons. A guest is a person whose identity is pending; it is bound to the real one when VNeID answers.
create table identity.person (
  id uuid primary key,
  kind text not null check (kind in ('citizen','guest')),
  personal_number text unique,
  name text not null,
  name_folded text not null,
  birth_date text,
  sex text,
  phone text,
  email text,
  address jsonb,
  household uuid,
  issuer_subject text unique,
  bound_to uuid references identity.person,
  settings jsonb not null default '{}',
  created_at timestamptz not null
);
create index person_name on identity.person (name_folded text_pattern_ops);
create index person_household on identity.person (household) where household is not null;
call scope.protect('identity.person');
create policy own on identity.person to motcua_web using (id = (select scope.person())) with check (id = (select scope.person()));
grant select, insert, update on identity.person to motcua_web;

create table identity.officer (
  id uuid primary key,
  issuer_subject text unique,
  name text not null,
  name_folded text not null,
  email text not null,
  title text not null default '',
  active boolean not null default true,
  break_glass boolean not null default false,
  secret text,
  settings jsonb not null default '{}',
  created_at timestamptz not null,
  version integer not null default 1
);
create table identity.post (
  id uuid primary key,
  officer_id uuid not null references identity.officer,
  unit_id uuid not null references organisations.unit,
  role text not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  given_by uuid
);
create index post_of_officer on identity.post (officer_id);
create index post_in_unit on identity.post (unit_id, role);
create table identity.delegation (
  id uuid primary key,
  from_officer uuid not null references identity.officer,
  to_officer uuid not null references identity.officer,
  unit_id uuid not null references organisations.unit,
  role text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  reason text not null,
  ended_at timestamptz,
  given_by uuid not null,
  check (ends_at > starts_at),
  check (from_officer <> to_officer)
);
create index delegation_to on identity.delegation (to_officer, ends_at);
call scope.protect('identity.officer');
call scope.protect('identity.post');
call scope.protect('identity.delegation');
-- Colleagues are visible to officers: names on work lists, choice of whom to assign. Citizens see none of these rows.
create policy officers on identity.officer to motcua_web using ((select scope.kind()) in ('officer', 'auditor')) with check ((select scope.kind()) = 'officer');
create policy officers on identity.post to motcua_web using ((select scope.kind()) = 'officer') with check ((select scope.kind()) = 'officer');
create policy officers on identity.delegation to motcua_web using ((select scope.kind()) = 'officer') with check ((select scope.kind()) = 'officer');
grant select, insert, update on identity.officer, identity.post, identity.delegation to motcua_web;

-- Sign-in and the actor of a session need narrow answers before there is a scope.
create function identity.officer_card(p_officer uuid, p_now timestamptz) returns jsonb
language sql stable security definer set search_path = pg_catalog as $$
  select jsonb_build_object('id', o.id, 'name', o.name, 'active', o.active, 'breakGlass', o.break_glass, 'settings', o.settings,
    'posts', coalesce((select jsonb_agg(jsonb_build_object('unit', p.unit, 'role', p.role, 'onBehalfOf', p.behalf)) from (
        select unit_id as unit, role, null::uuid as behalf from identity.post
          where officer_id = o.id and valid_from <= p_now and (valid_to is null or valid_to > p_now)
        union
        select unit_id, role, from_officer from identity.delegation
          where to_officer = o.id and starts_at <= p_now and ends_at > p_now and ended_at is null) p), '[]'::jsonb))
  from identity.officer o where o.id = p_officer
$$;
create function identity.officer_by_subject(p_subject text) returns uuid
language sql stable security definer set search_path = pg_catalog as $$
  select id from identity.officer where issuer_subject = p_subject and active
$$;
create function identity.break_glass(p_email text) returns table (id uuid, secret text)
language sql stable security definer set search_path = pg_catalog as $$
  select id, secret from identity.officer where lower(email) = lower(p_email) and break_glass and active
$$;
-- The person VNeID vouches for: found by subject or personal number, made when new.
create function identity.know_person(p_id uuid, p_subject text, p_number text, p_name text, p_folded text, p_birth text,
  p_sex text, p_phone text, p_email text, p_address jsonb, p_now timestamptz) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare known uuid;
begin
  insert into identity.person (id, kind, personal_number, name, name_folded, birth_date, sex, phone, email, address, issuer_subject, created_at)
  values (p_id, 'citizen', p_number, p_name, p_folded, p_birth, p_sex, p_phone, p_email, p_address, p_subject, p_now)
  on conflict (personal_number) do update set issuer_subject = excluded.issuer_subject, name = excluded.name,
    name_folded = excluded.name_folded, birth_date = excluded.birth_date, sex = excluded.sex,
    address = coalesce(excluded.address, identity.person.address)
  returning id into known;
  return known;
end $$;
create function identity.new_guest(p_id uuid, p_now timestamptz) returns void
language sql security definer set search_path = pg_catalog as $$
  insert into identity.person (id, kind, name, name_folded, created_at) values (p_id, 'guest', '', '', p_now)
$$;
-- Look-up of one person by number at the counter; the caller's permission and the log entry are the command's.
create function identity.person_by_number(p_number text)
returns table (id uuid, name text, birth_date text, sex text, phone text, email text, address jsonb)
language sql stable security definer set search_path = pg_catalog as $$
  select id, name, birth_date, sex, phone, email, address from identity.person
  where personal_number = p_number and kind = 'citizen' and current_setting('motcua.kind', true) = 'officer'
$$;
