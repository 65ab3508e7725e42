-- Versions with more than a form: diagram, decisions and papers of their own, and the exact bytes of the signed package.
-- A version whose date of effect is still to come waits; in force is the one that neither waits nor was replaced.
alter table catalogue.procedure
  add column workflow text,
  add column decisions text,
  add column templates jsonb,
  add column package bytea,
  add column waits_until date;
create unique index procedure_in_force on catalogue.procedure (code) where replaced_at is null and waits_until is null;
drop index catalogue.procedure_now;
create index procedure_waiting on catalogue.procedure (waits_until) where waits_until is not null;

-- A procedure that is no longer offered from a day on, and the one that took its place.
create table catalogue.closing (
  code text primary key,
  from_day date not null,
  replaced_by text check (replaced_by <> code),
  closed_by uuid,
  closed_at timestamptz not null
);
grant select, insert, update, delete on catalogue.closing to motcua_web, motcua_worker;

-- Keys of other instances that an administrator trusts to sign packages.
create table catalogue.known_key (
  id text primary key,
  public_key jsonb not null,
  name text not null,
  added_at timestamptz not null
);
grant select on catalogue.known_key to motcua_web;
grant select, insert, update on catalogue.known_key to motcua_worker;

-- What is being made: working content, who worked on it, and what became of it. Officers only.
create table catalogue.draft (
  id uuid primary key,
  code text not null,
  based_on integer,
  content jsonb not null,
  revision integer not null default 1,
  state text not null default 'draft' check (state in ('draft','review','approved','published','abandoned')),
  authors uuid[] not null check (cardinality(authors) > 0),
  reviewer uuid,
  note text,
  version integer,
  started_at timestamptz not null,
  changed_at timestamptz not null,
  sent_at timestamptz,
  decided_at timestamptz
);
-- Two people who change the same procedure at once change one draft.
create unique index draft_open on catalogue.draft (code) where state in ('draft','review');
call scope.protect('catalogue.draft');
create policy officers on catalogue.draft to motcua_web using ((select scope.kind()) = 'officer');
grant select, insert, update on catalogue.draft to motcua_web;
