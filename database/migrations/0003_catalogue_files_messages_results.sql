-- Procedures: one row per published version; immutable but for the day it was replaced.
create table catalogue.procedure (
  code text not null,
  version integer not null,
  name text not null,
  name_folded text not null,
  field text not null default '',
  levels text not null default '',
  live boolean not null,
  internal boolean not null default false,
  national jsonb not null,
  definition jsonb,
  published_at timestamptz not null,
  published_by uuid,
  valid_from date not null,
  replaced_at timestamptz,
  primary key (code, version)
);
create unique index procedure_now on catalogue.procedure (code) where replaced_at is null;
grant select on catalogue.procedure to motcua_web, motcua_worker;
grant insert, update on catalogue.procedure to motcua_web, motcua_worker;

-- What is known of stored content; the bytes lie in the content-addressed store.
create table files.content (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size > 0),
  kind text not null,
  pages integer,
  stored_at timestamptz not null
);
grant select, insert, update on files.content to motcua_web, motcua_worker;

-- The inbox of a person in the portal, and what went out through other channels.
create table messages.notice (
  person_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  kind text not null,
  title jsonb not null,
  body jsonb not null,
  home_unit uuid,
  dossier_id uuid,
  dossier_code text,
  paper text,
  read_at timestamptz,
  source uuid not null,
  primary key (person_id, id),
  unique (person_id, source, kind)
);
call scope.protect('messages.notice');
create policy own on messages.notice to motcua_web using (person_id = (select scope.person()));
grant select, update (read_at) on messages.notice to motcua_web;
create table messages.delivery (
  id uuid primary key,
  person_id uuid,
  channel text not null,
  address text not null,
  subject text not null,
  body text not null,
  attachment jsonb,
  state text not null default 'waiting' check (state in ('waiting','sent','failed')),
  tries integer not null default 0,
  created_at timestamptz not null,
  sent_at timestamptz,
  failure text,
  source uuid not null,
  unique (source, channel, address)
);
create index delivery_waiting on messages.delivery (created_at) where state = 'waiting';
call scope.protect('messages.delivery');

-- Results issued, and the shelf "My papers" of a person (first shelf of the data store).
create table results.result (
  home_unit uuid not null,
  dossier_id uuid not null,
  id uuid not null,
  number text not null,
  kind text not null,
  title text not null,
  outcome text not null check (outcome in ('granted','refused')),
  issuer_unit uuid not null,
  issuer_name text not null,
  signer_name text not null,
  issued_at timestamptz not null,
  content jsonb not null,
  file_sha256 text,
  state text not null default 'valid' check (state in ('valid','replaced','revoked','expired')),
  primary key (home_unit, dossier_id, id)
);
call scope.protect('results.result');
create table results.shelf (
  person_id uuid not null,
  id uuid not null,
  kind text not null,
  title text not null,
  number text not null,
  issuer_name text not null,
  issued_at timestamptz not null,
  home_unit uuid not null,
  dossier_id uuid not null,
  dossier_code text not null,
  state text not null default 'valid',
  placed_at timestamptz not null,
  primary key (person_id, id)
);
call scope.protect('results.shelf');
create policy own on results.shelf for select to motcua_web using (person_id = (select scope.person()));
grant select on results.shelf to motcua_web;
