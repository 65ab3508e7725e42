-- The catalogue as the law knows it: decisions that announce procedures, who handles them how far online from which day,
-- authority moved by a decision, and lists kept by decision (filed at any centre, essential services). Shared by all who read
-- the catalogue; small, so reference tables where the data is sharded.

-- A decision that announces procedures (NĐ 63/2010/NĐ-CP, điều 13–15), with the days by which its timeliness is measured.
create table catalogue.announcement (
  id uuid primary key,
  number text not null check (number <> ''),
  issuer text not null check (issuer <> ''),
  about text not null,
  decided_on date not null,
  effective_on date not null,
  -- The day on which the procedures were made public after the decision.
  published_on date,
  -- The legal document that made, changed or abolished the procedures.
  law text not null default '',
  law_effective_on date,
  file_sha256 text check (file_sha256 ~ '^[0-9a-f]{64}$'),
  file_name text not null default '',
  revision integer not null default 1,
  entered_by uuid,
  entered_at timestamptz not null,
  unique (number, issuer, decided_on)
);
create table catalogue.announced (
  announcement uuid not null references catalogue.announcement (id),
  code text not null,
  what text not null check (what in ('announce', 'amend', 'abolish')),
  version integer,
  primary key (announcement, code)
);
create index announced_code on catalogue.announced (code);
grant select, insert, update on catalogue.announcement to motcua_web, motcua_worker;
grant select, insert, update, delete on catalogue.announced to motcua_web, motcua_worker;

-- How far a procedure is served online, everywhere (unit null) or at one authority, from a day on. Rows are only added: of the
-- rows that hold on a day, the one of the authority itself goes first, and of those the one of the latest day.
create table catalogue.service_level (
  id uuid primary key,
  code text not null,
  unit uuid,
  level text not null check (level in ('full', 'partial', 'none', 'not-handled', 'as-published')),
  from_day date not null,
  decision text not null check (decision <> ''),
  entered_by uuid,
  entered_at timestamptz not null
);
create index service_level_code on catalogue.service_level (code);
call scope.protect('catalogue.service_level');
create policy everybody on catalogue.service_level for select to motcua_web using (true);
create policy officers on catalogue.service_level for insert to motcua_web with check ((select scope.kind()) = 'officer');
grant select, insert on catalogue.service_level to motcua_web;

-- A list that procedures enter and leave by decision from a day on. Rows are only added; the latest that holds counts.
create table catalogue.listing (
  id uuid primary key,
  list text not null check (list in ('anywhere', 'essential-25', 'essential-53')),
  code text not null,
  listed boolean not null,
  from_day date not null,
  decision text not null check (decision <> ''),
  entered_by uuid,
  entered_at timestamptz not null
);
create index listing_code on catalogue.listing (list, code);
grant select, insert on catalogue.listing to motcua_web, motcua_worker;

-- Authority over procedures moved by a decision to another level or to one unit, from a day on. Who proposes does not approve.
create table catalogue.decentralisation (
  id uuid primary key,
  number text not null check (number <> ''),
  issuer text not null check (issuer <> ''),
  decided_on date not null,
  kind text not null check (kind in ('decentralise', 'delegate')),
  codes text[] not null check (cardinality(codes) > 0),
  to_level text check (to_level in ('commune', 'province', 'commune-police', 'provincial-police')),
  to_unit uuid,
  from_day date not null,
  -- First day on which it no longer holds.
  until_day date check (until_day > from_day),
  open_dossiers text not null check (open_dossiers in ('stay', 'move')),
  state text not null default 'proposed' check (state in ('proposed', 'approved', 'withdrawn')),
  note text not null default '',
  author uuid not null,
  proposed_at timestamptz not null,
  decider uuid,
  decided_at timestamptz,
  -- When the open dossiers had all been told, and how many they were.
  carried_out_at timestamptz,
  told integer,
  check ((to_level is null) <> (to_unit is null))
);
create index decentralisation_due on catalogue.decentralisation (from_day) where state = 'approved' and carried_out_at is null;
call scope.protect('catalogue.decentralisation');
create policy in_force on catalogue.decentralisation for select to motcua_web using (state = 'approved');
create policy officers on catalogue.decentralisation to motcua_web using ((select scope.kind()) = 'officer');
grant select, insert, update on catalogue.decentralisation to motcua_web;
