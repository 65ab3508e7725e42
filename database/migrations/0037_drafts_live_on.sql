-- Tried runs that a version must still end as it did; they travel with it.
alter table catalogue.procedure add column runs jsonb;

-- What the national record left open for whoever drafts, and where a draft came from when it came as a package.
alter table catalogue.draft
  add column todo jsonb not null default '[]',
  add column origin jsonb;

-- A closing asked for by one and decided by another, as a publication is.
create table catalogue.closing_request (
  code text primary key,
  from_day date not null,
  replaced_by text check (replaced_by <> code),
  reason text not null,
  asked_by uuid not null,
  asked_at timestamptz not null
);
call scope.protect('catalogue.closing_request');
create policy officers on catalogue.closing_request to motcua_web using ((select scope.kind()) = 'officer');
grant select, insert, delete on catalogue.closing_request to motcua_web;
